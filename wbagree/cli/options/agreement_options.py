"""The options that name the fields of a record, which add and edit share."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Annotated

from wbagree.cli.options import completion
from wbagree.cli.options.shared import option, with_options
from wbagree.domain.agreements.cell_notation import join
from wbagree.domain.agreements.validation import DATES
from wbagree.domain.agreements.vocabularies import Assertion, Confidence, Form, Level
from wbagree.domain.dates.date_parser import Order, read_date
from wbagree.errors import InvalidDate, UsageProblem

_DATE = "as precise as known: 2012, 2012-03, 2012-03-10, '10 mars 2012'; '?' inferred, '~' about"
_WITH_DATES = f"give it with {', '.join('--' + name.replace('_', '-') for name in DATES)}"


@dataclass(frozen=True, slots=True)
class AgreementOptions:
    """Fields as they were typed; None where an option was not given. Repeated options are the items of a list."""

    title: Annotated[str | None, option("--title", metavar="TEXT",
        help="English title; descriptive when there is no formal one.")] = None  # fmt: skip
    title_original: Annotated[str | None, option("--title-original", metavar="TEXT",
        help="Title in the original language.")] = None  # fmt: skip
    form: Annotated[str | None, option("--form", "-f", metavar="FORM", help=f"One of {', '.join(Form)}.")] = None
    types: Annotated[list[str] | None, option("--type", "-t", metavar="TYPE", autocompletion=completion.types,
        help="What it is about, the main type first; repeat for more.")] = None  # fmt: skip
    parties: Annotated[list[str] | None, option("--party", "-p", metavar="PARTY", autocompletion=completion.parties,
        help="Who is bound, by code or name; repeat for each.")] = None  # fmt: skip
    signatories: Annotated[list[str] | None, option("--signatory", metavar="'AL: INSTITUTION (PERSON, POSITION)'",
        help="Who signed for a party; repeat for more.")] = None  # fmt: skip
    level: Annotated[
        str | None, option("--level", metavar="LEVEL", help=f"Highest rank that signed: {', '.join(Level)}.")
    ] = None
    signed: Annotated[str | None, option("--signed", metavar="DATE", help=f"Date of signature, {_DATE}.")] = None
    place: Annotated[str | None, option("--place", metavar="TEXT", help="Place of signature.")] = None
    in_force: Annotated[str | None, option("--in-force", metavar="DATE", help="Entry into force.")] = None
    ended: Annotated[str | None, option("--ended", metavar="DATE", help="Day it ended.")] = None
    status: Annotated[str | None, option("--status", metavar="STATUS",
        help=f"Only what a source asserts: {', '.join(Assertion)}.")] = None  # fmt: skip
    references: Annotated[list[str] | None, option("--reference", metavar="TEXT",
        help="Gazette, law or treaty-series number as cited; repeat for more.")] = None  # fmt: skip
    relations: Annotated[list[str] | None, option("--relation", metavar="'VERB KEY'",
        help="As 'amends AL-XK-2012-1'; repeat for more.")] = None  # fmt: skip
    sources: Annotated[list[str] | None, option("--source", metavar="'CITATION <URL>'",
        help="Where the facts stand; repeat for more.")] = None  # fmt: skip
    implementation: Annotated[list[str] | None, option("--assessment", metavar="'DATE SCORE: NOTE [SOURCE]'",
        help="What was seen of its application; or use wbagree assess.")] = None  # fmt: skip
    confidence: Annotated[str | None, option("--confidence", metavar="LEVEL", help=f"{', '.join(Confidence)}.")] = None
    notes: Annotated[str | None, option("--notes", metavar="TEXT", help="What a careful reader must know.")] = None
    party_dates: Annotated[list[str] | None, option("--party-dates", metavar="'AL: ratified DATE, in force DATE'",
        help="What one party alone did; repeat for more.")] = None  # fmt: skip
    renewal: Annotated[str | None, option("--renewal", metavar="TEXT",
        help="As 'tacit every 5 years from 2020-03-10, notice 6 months'.")] = None  # fmt: skip
    disclosure: Annotated[str | None, option("--disclosure", metavar="public|restricted",
        help="What is restricted leaves the register only when asked for.")] = None  # fmt: skip
    date_order: Annotated[Order | None, option("--date-order", metavar="dmy|mdy|ymd",
        help="What 05/03/2012 means; without it such a date is refused.")] = None  # fmt: skip

    def given(self) -> dict[str, str]:
        """Return the text of each field that was given, lists joined as the interchange format joins them."""
        if self.date_order and not any(getattr(self, name) for name in DATES):
            raise UsageProblem("--date-order says how a date is read, and none is given", _WITH_DATES)
        typed = {field.name: getattr(self, field.name) for field in fields(self) if field.name != "date_order"}
        return {name: self._text(name, value) for name, value in typed.items() if value is not None and value != []}

    def _text(self, name: str, value: str | list[str]) -> str:
        if isinstance(value, list):
            return join(name, value)
        return self._in_order(value) if name in DATES and self.date_order else value

    def _in_order(self, text: str) -> str:
        try:
            return str(read_date(text, self.date_order)) if text else ""
        except InvalidDate:
            return text  # the gate says what is wrong with it, together with all the rest


def with_agreement_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give ``command`` an option for each field of a record; it receives them together, as its argument ``cells``."""
    return with_options(command, "cells", AgreementOptions)
