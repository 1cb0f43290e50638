"""Messages on restricted agreements, whose texts are for a terminal only."""

from wbagree.cli.output.streams import is_stderr_terminal
from wbagree.domain.agreements.agreement import Agreement
from wbagree.domain.agreements.vocabularies import Disclosure
from wbagree.formats.common.sanitiser import single_line


def is_unquotable(agreement: Agreement) -> bool:
    """Return whether messages must not quote an agreement.

    It is restricted, and the messages go to a file or a pipe.
    """
    return bool(agreement.disclosure) and not is_stderr_terminal()


def title_in_message(agreement: Agreement) -> str:
    """Return the title for a message, unless it stays on the terminal."""
    # On one line, so that a title cannot look like a message of ours.
    return f"({Disclosure.RESTRICTED})" if is_unquotable(agreement) else single_line(agreement.title)


def description_in_message(agreement: Agreement) -> str:
    """Return title and date of signature for a message.

    Those of a restricted agreement stay on the terminal.
    """
    title = title_in_message(agreement)
    return title if is_unquotable(agreement) else f"{title} ({agreement.signed or 'undated'})"
