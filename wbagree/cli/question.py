"""The question options, which list, search, summary and export share: one decorator gives them to a command."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from wbagree.cli import completion
from wbagree.cli.options import option, with_options
from wbagree.domain.dates import PartialDate
from wbagree.domain.filter import Filter
from wbagree.domain.terms import Confidence, Form, Level, Score, Status


@dataclass(frozen=True, slots=True)
class Asked:
    """The question as it was typed; ``question`` reads it against the register's parties and types."""

    pair: Annotated[str, option("--pair", "-p", metavar="A-B", autocompletion=completion.pairs,
        help="Both parties, in any order: AL-XK, 'HR,YU-SFRY', 'Kosova-Shqipëria'.")] = ""  # fmt: skip
    party: Annotated[list[str] | None, option("--party", metavar="PARTY", autocompletion=completion.parties,
        help="Bound by it, itself or through a predecessor; repeat for all of several.")] = None  # fmt: skip
    among: Annotated[str, option("--among", metavar="A,B,C", autocompletion=completion.groups,
        help="Between any two of these parties, or of a group: wb6.")] = ""  # fmt: skip
    type: Annotated[list[str] | None, option("--type", "-t", metavar="TYPE", autocompletion=completion.types,
        help="Type by code, label, alias or group: mla, izručenje, justice; repeat for either.")] = None  # fmt: skip
    form: Annotated[list[Form] | None, option("--form", "-f", case_sensitive=False, metavar="FORM",
        help=f"One of {', '.join(Form)}; repeat for either.")] = None  # fmt: skip
    level: Annotated[list[Level] | None, option("--level", case_sensitive=False, metavar="LEVEL",
        help=f"Who signed: {', '.join(Level)}.")] = None  # fmt: skip
    status: Annotated[list[Status] | None, option("--status", "-s", case_sensitive=False, metavar="STATUS",
        help=f"Computed status: {', '.join(Status)}; 'ended' is every way of ending.")] = None  # fmt: skip
    since: Annotated[str, option("--since", metavar="DATE",
        help="Signed then or later; keeps what may fall in the range.")] = ""  # fmt: skip
    until: Annotated[str, option("--until", metavar="DATE", help="Signed then or earlier, likewise.")] = ""
    dated: Annotated[bool, option("--dated", help="Leave out records without a date of signature.")] = False
    as_of: Annotated[str, option("--as-of", metavar="DATE",
        help="Status and succession as of that day (a month or year: its last day).")] = ""  # fmt: skip
    confidence: Annotated[list[Confidence] | None, option("--confidence", case_sensitive=False, metavar="LEVEL",
        help="high, medium or low.")] = None  # fmt: skip
    assessed: Annotated[bool | None, option("--assessed/--not-assessed",
        help="Only records whose implementation was (never) assessed.")] = None  # fmt: skip
    score: Annotated[list[Score] | None, option("--score", case_sensitive=False, metavar="SCORE",
        help="Latest assessment: none, partial, full, unknown.")] = None  # fmt: skip
    text: Annotated[str, option("--text", metavar="WORDS", help="Records that `wbagree search WORDS` finds.")] = ""
    no_inherited: Annotated[bool, option("--no-inherited",
        help="Only what the parties signed themselves, not their predecessors.")] = False  # fmt: skip

    def question(self, connection: sqlite3.Connection) -> Filter:
        """Return the Filter; NotFound, InvalidDate ... name what cannot be understood and what is near."""
        from wbagree.store.lookups import party_book, type_book

        book = party_book(connection) if self.pair or self.party or self.among else None
        types = type_book(connection) if self.type else None
        return Filter(
            pair=book.resolve_pair(self.pair) if book and self.pair else None,
            parties=tuple(dict.fromkeys(book.resolve(text) for text in self.party or ())) if book else (),
            among=book.resolve_many(self.among) if book and self.among else (),
            types=tuple(dict.fromkeys(c for text in self.type or () for c in types.resolve_many(text)))
            if types
            else (),
            forms=tuple(self.form or ()),
            levels=tuple(self.level or ()),
            statuses=tuple(self.status or ()),
            confidences=tuple(self.confidence or ()),
            since=_date(self.since),
            until=_date(self.until),
            dated=self.dated,
            as_of=read_day(self.as_of),
            assessed=self.assessed,
            scores=tuple(self.score or ()),
            text=self.text,
            inherited=not self.no_inherited,
        )


def _date(text: str) -> PartialDate | None:
    if not text:
        return None
    from wbagree.domain.written_dates import read_date

    return read_date(text)


def read_day(text: str) -> date | None:
    """Return the day that ``--as-of`` means: of a month or a year its last."""
    read = _date(text)
    return read.latest if read else None


def asks(command: Callable[..., None]) -> Callable[..., None]:
    """Give ``command`` the question options; it receives them together, as its argument ``asked``."""
    return with_options(command, "asked", Asked)
