"""Contact points as lines of a document."""

from collections.abc import Iterator, Mapping, Sequence

from wbagree.domain.contacts import Contact
from wbagree.formats.common.citation import date_in_words
from wbagree.formats.markdown.writer import MarkdownWriter


def contact_lines(contacts: Sequence[Contact], names: Mapping[str, str], writer: MarkdownWriter) -> Iterator[str]:
    """Yield a line of Markdown for each contact point.

    Without contact points, one line that says so. ``names``: codes of parties and types to their names.
    """
    for contact in contacts:
        name = writer.as_markdown(names.get(contact.party, contact.party))
        yield f"{name}: {writer.as_markdown('; '.join(filter(None, _facts(contact, names))))}."
    if not contacts:
        yield "No contact point is recorded."


def _facts(contact: Contact, names: Mapping[str, str]) -> Iterator[str]:
    yield contact.office
    yield ", ".join(filter(None, (contact.person, contact.position)))
    authorised = (*(names.get(code, code) for code in contact.types), *contact.agreements, *contact.frameworks)
    yield f"for {', '.join(authorised)}" if authorised else ""
    yield f"by {contact.channel}" if contact.channel else ""
    yield ", ".join(filter(None, (contact.phone, contact.email)))
    yield f"languages: {', '.join(contact.languages)}" if contact.languages else ""
    yield f"until {date_in_words(contact.valid_to, short=True)}" if contact.valid_to else ""
    yield f"verified {date_in_words(contact.verified, short=True)}" if contact.verified else "never verified"
