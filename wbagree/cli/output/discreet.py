"""Messages on restricted agreements: what they say is for a terminal only."""

from wbagree.cli.output.streams import messages_on_terminal
from wbagree.domain.agreements.agreement import Agreement
from wbagree.domain.agreements.vocabularies import Disclosure
from wbagree.formats.common.sanitiser import single_line


def stays_on_terminal(agreement: Agreement) -> bool:
    """Return whether messages must not quote an agreement: it is restricted, and a file or a pipe keeps them."""
    return bool(agreement.disclosure) and not messages_on_terminal()


def title_in_message(agreement: Agreement) -> str:
    """Return the title for a message; a restricted one stays on the terminal."""
    # On one line: what a title says must not look like a message of ours.
    return f"({Disclosure.RESTRICTED})" if stays_on_terminal(agreement) else single_line(agreement.title)


def description_in_message(agreement: Agreement) -> str:
    """Return title and date of signature for a message; of a restricted one they stay on the terminal."""
    title = title_in_message(agreement)
    return title if stays_on_terminal(agreement) else f"{title} ({agreement.signed or 'undated'})"
