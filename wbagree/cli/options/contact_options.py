"""The options on contact points: fields, and a filter."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from wbagree.cli.options import completion
from wbagree.cli.options.dates import read_as_of_day
from wbagree.cli.options.option_fields import option
from wbagree.cli.parser import refuse_empty_options
from wbagree.domain.contacts import Contact, NameResolvers
from wbagree.services import typed_words

if TYPE_CHECKING:
    import sqlite3

WithContactsOption = Annotated[
    bool, typer.Option("--with-contacts", help="With names, positions, telephones and e-mails of persons.")
]


@dataclass(frozen=True, slots=True)
class ContactFields:
    """The fields of a contact point as typed; None when not given."""

    party: Annotated[str | None, option("--party", "-p", metavar="PARTY", autocompletion=completion.complete_parties,
        help="Whose contact point.")] = None  # fmt: skip
    institution: Annotated[str | None, option("--institution", metavar="TEXT", help="Ministry, police, court.")] = None
    unit: Annotated[str | None, option("--unit", metavar="TEXT", help="The unit that is the contact point.")] = None
    person: Annotated[str | None, option("--person", metavar="TEXT", help="A person, where a unit will not do.")] = None
    position: Annotated[str | None, option("--position", metavar="TEXT", help="The person's position.")] = None
    types: Annotated[list[str] | None, option("--type", "-t", metavar="TYPE", autocompletion=completion.complete_types,
        help="Authorised for this type; repeat for more; for all when nothing is named.")] = None  # fmt: skip
    agreements: Annotated[list[str] | None, option("--agreement", metavar="KEY",
        autocompletion=completion.complete_keys,
        help="Authorised under this agreement; repeat for more.")] = None  # fmt: skip
    frameworks: Annotated[list[str] | None, option("--framework", metavar="FRAMEWORK",
        help="Authorised in this framework; repeat for more.")] = None  # fmt: skip
    channel: Annotated[str | None, option("--channel", metavar="TEXT", help="As SIENA, I-24/7, diplomatic.")] = None
    phone: Annotated[str | None, option("--phone", metavar="TEXT", help="Telephone.")] = None
    email: Annotated[str | None, option("--email", metavar="TEXT", help="E-mail.")] = None
    languages: Annotated[list[str] | None, option("--language", metavar="TEXT",
        help="A language it works in; repeat for more.")] = None  # fmt: skip
    valid_from: Annotated[str | None, option("--valid-from", metavar="DATE", help="Since when.")] = None
    valid_to: Annotated[str | None, option("--valid-to", metavar="DATE", help="Until when.")] = None
    verified: Annotated[str | None, option("--verified", metavar="DATE", help="When that was last verified.")] = None
    source: Annotated[str | None, option("--cite", metavar="TEXT", help="Source.")] = None
    notes: Annotated[str | None, option("--notes", metavar="TEXT", help="Notes.")] = None


@dataclass(frozen=True, slots=True)
class ContactFilter:
    """Which contact points to list."""

    party: Annotated[list[str] | None, option("--party", "-p", metavar="PARTY",
        autocompletion=completion.complete_parties,
        help="Of this party; repeat to include more than one.")] = None  # fmt: skip
    type: Annotated[str | None, option("--type", "-t", metavar="TYPE", autocompletion=completion.complete_types,
        help="Authorised for this type, or for one of a group.")] = None  # fmt: skip
    agreement: Annotated[str | None, option("--agreement", metavar="KEY", autocompletion=completion.complete_keys,
        help="Authorised under this agreement or for its types.")] = None  # fmt: skip
    framework: Annotated[str | None, option("--framework", metavar="FRAMEWORK",
        help="Authorised in this framework.")] = None  # fmt: skip
    as_of: Annotated[str | None, option("--as-of", metavar="DATE", help="Valid on that day.")] = None
    with_contacts: WithContactsOption = False

    def matching_contacts(self, connection: "sqlite3.Connection") -> list[Contact]:
        """Return the contact points that match, without personal data by default."""
        from wbagree.services.contacts import contact_name_resolvers
        from wbagree.store.read import entity_cells

        refuse_empty_options(type=self.type, agreement=self.agreement, framework=self.framework, as_of=self.as_of)
        names = contact_name_resolvers(connection)
        parties = {names.party(text) for text in self.party or ()}
        day = read_as_of_day(self.as_of)
        by_authority = any((self.type, self.agreement, self.framework))
        authorities = self._authorities(connection, names)
        return [
            contact if self.with_contacts else contact.redacted()
            for contact in entity_cells.contacts(connection).values()
            if (not parties or contact.party in parties)
            and (day is None or contact.may_be_valid(day))
            and (not by_authority or contact.is_authorised_for(*authorities))
        ]

    def _authorities(self, connection: "sqlite3.Connection", names: NameResolvers) -> tuple[list[str], ...]:
        """Return the types, agreements and frameworks of the filter.

        A contact point matches if it serves one of them. The types of the agreement are included.
        """
        from wbagree.store.read import agreements as reading

        types = [*typed_words.type_book(connection).resolve_many(self.type)] if self.type else []
        agreements = [names.agreement(self.agreement)] if self.agreement else []
        types += [code for found in reading.agreements(connection, agreements).values() for code in found.types]
        return types, agreements, [names.framework(self.framework)] if self.framework else []
