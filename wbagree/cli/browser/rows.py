"""Pairs and records as lines of a given width.

Every text is made safe for a terminal.
"""

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from wbagree.domain.agreements.agreement import Record
from wbagree.domain.agreements.status import status_words
from wbagree.domain.agreements.vocabularies import label, pluralise
from wbagree.domain.text.sentences import capitalise
from wbagree.errors import WbagreeError
from wbagree.formats.common.sanitiser import visible_line
from wbagree.formats.common.short_title import short_title
from wbagree.formats.terminal.rich_table import status_style
from wbagree.services.browser_queries import BrowseQuery, BrowseResult, PairChoice

# From this width on a pair has the names of its parties; codes are rarely longer than _CODES.
_NAMES = 32
_CODES = 9
# As wide as "2012-03-10?" and "not in force", the longest texts to the left of a title.
_LEFT_COLUMN = 12
# The mark of an inherited record; the record on its own screen names the predecessor.
_INHERITED = "*"
# Characters: no formal title is longer, and a longer one is cut.
_WHOLE = 600
# short_title() needs so many characters.
_NARROWEST = 20

# A record has its date and title on one line, and its status, key and types on the next.
AGREEMENT_HEIGHT = 2


def pair_lines(pair: PairChoice, width: int) -> list[Text]:
    """Return the one line of a pair, with its number of records."""
    number = f"{pair.record_count:,}"
    text = Text(pair_codes(pair.codes) if pair.codes else "All", style="" if pair.codes else "bold", end="")
    if width >= _NAMES and pair.names:
        text.pad_right(max(_CODES - len(text), 0))
        text.append(f"  {visible_line(pair.names)}", style="dim")
    text.truncate(max(width - len(number) - 1, 1), overflow="ellipsis", pad=True)
    return [text.append(f" {number}", style="dim" if pair.record_count == 0 else "")]


def agreement_lines(record: Record, width: int) -> list[Text]:
    """Return a record's two lines: date and title; status, key and types."""
    agreement, room = record.agreement, max(width - _LEFT_COLUMN - 1, 1)
    signed = str(agreement.signed or "undated")
    status = label(record.status) + (_INHERITED if record.inherited_from else "")
    known = Text(visible_line(" · ".join((agreement.key, ", ".join(agreement.types)))), style="dim", end="")
    known.truncate(room, overflow="ellipsis")
    return [
        Text.assemble(signed.ljust(_LEFT_COLUMN), " ", _cut_title(visible_line(agreement.title), room), end=""),
        Text.assemble((status.ljust(_LEFT_COLUMN), status_style(record.status)), " ", known, end=""),
    ]


def _cut_title(title: str, room: int) -> str:
    """Return the title cut to ``room`` cells, with … at the cut.

    Its letters may be wider than one cell.
    """
    short = short_title(title, max(room, _NARROWEST))
    if cell_len(short) < room * 2 // 3:  # the next word is long: a part of it is better than nothing
        short = short_title(title, room + _NARROWEST)
    return short if cell_len(short) <= room else set_cell_size(short, room - 1) + "…"


def agreement_details(record: Record) -> Text:
    """Return a record's form, status, disclosure and whole title.

    Its lines in the list have no room for them.
    """
    agreement = record.agreement
    known = [agreement.key, label(agreement.form), status_words(record), agreement.disclosure]
    text = Text(visible_line(" · ".join(filter(None, known))), style="dim", end="")
    return text.append("\n" + short_title(visible_line(agreement.title), _WHOLE), style="not dim")


def pair_codes(pair: tuple[str, str]) -> str:
    """Return a pair as people write it."""
    return visible_line("-".join(pair))


def pairs_title(pairs: Sequence[PairChoice]) -> str:
    """Return the number of pairs in words, without the line for all."""
    return pluralise(len(pairs) - 1, "pair", thousands=True)


def records_title(query: BrowseQuery, result: BrowseResult) -> str:
    """Return the title of the pane: whose records, and how many."""
    whose = pair_codes(query.pair) if query.pair else "All"
    number = pluralise(result.total, "agreement", thousands=True)
    shown = len(result.records)
    counted = f"{whose}: {number}" if shown == result.total else f"{whose}: the first {shown:,} of {number}"
    return f"{counted}, best match first" if query.text and result.total > 1 else counted


def nothing_found_sentence(query: BrowseQuery) -> str:
    """Return the sentence for an answer without records."""
    if not query.text:
        return "No matching agreements. The register may be incomplete."
    whose = f" of {pair_codes(query.pair)}" if query.pair else ""
    return f"Nothing{whose} found for “{query.text}”."


def failure_text(failure: WbagreeError) -> str:
    """Return the message of a failure, with its hint."""
    return visible_line(". ".join(map(capitalise, filter(None, (failure.sentence, failure.hint)))) + ".")
