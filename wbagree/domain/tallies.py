"""Tallies: counts of agreements that others published, never added to our own."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields

from wbagree.domain.agreements.cell_notation import SOURCES
from wbagree.domain.agreements.validation import FieldProblem
from wbagree.domain.agreements.vocabularies import Score
from wbagree.domain.dates import clock
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.dates.typed import read_typed_date
from wbagree.domain.filter import Filter
from wbagree.errors import AmbiguousName, InvalidRecord, InvalidValue, NotFound, WbagreeError

# The name of a tally in the history.
TALLY = "tally"
_SHARE = re.compile(r"([0-9]{1,3}(?:[.,][0-9]{1,2})?) ?%")
_NUMBER = re.compile(r"[0-9]{1,6}")
# Published shares are rounded, each by half a percent at most.
_ROUNDING = 2.0
SCORE_LABELS = {Score.FULL: "fully implemented", Score.PARTIAL: "partly", Score.NONE: "not begun",
          Score.UNKNOWN: "no information"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tally:
    """A count of agreements that an institution (``by``) published.

    ``about`` names what was counted, ``on`` the day, ``parties`` the parties concerned. ``total`` is the number of
    agreements; ``full``, ``partial``, ``none`` and ``unknown`` are numbers of them or shares (``49 %``). All figures
    are text as published, empty where they were not published.
    """

    key: str
    about: str
    by: str
    on: PartialDate
    source: str
    parties: tuple[str, ...] = ()
    total: str = ""
    full: str = ""
    partial: str = ""
    none: str = ""
    unknown: str = ""
    notes: str = ""

    def sentence(self) -> str:
        """Return the figures in words.

        As in ``of 86 agreements signed since 2014: 49 % fully implemented, ...``.
        """
        shares = [
            f"{figure} {words}" for score, words in SCORE_LABELS.items() if (figure := getattr(self, score.value))
        ]
        total = f"{self.total} " if self.total else ""
        return f"of {total}{self.about}: {', '.join(shares)}" if shares else f"{total}{self.about}"

    def citation(self) -> str:
        """Return the figures with their publisher, date and source.

        The sentence begins with a note that they are not counted from this register's records.
        """
        whom = f" of {', '.join(self.parties)}" if self.parties else ""
        return (
            f"Counted by others, not from these records{whom}: {self.by}, {self.on}: {self.sentence()} ({self.source})."
        )

    def is_about(self, filter_: Filter) -> bool:
        """Return whether it is about the parties of a filter.

        It must have all parties that the filter names. With ``pairs``, its other parties must be those of one pair;
        with ``among``, they must be in that list.
        """
        named, own = set(filter_.required_parties()), set(self.parties)
        if filter_.pairs and not any(own == {*pair, *named} for pair in filter_.pairs):
            return False
        return named <= own and (not filter_.among or (bool(own) and own <= {*filter_.among, *named}))


TALLY_FIELDS = tuple(one.name for one in fields(Tally) if one.name != "key")


def write_tally(tally: Tally) -> dict[str, str]:
    """Return the cells of a tally, without its key."""
    cells = {name: str(getattr(tally, name)) for name in TALLY_FIELDS}
    return {**cells, "parties": ";".join(tally.parties)}


def read_tally(key: str, cells: Mapping[str, str]) -> Tally:
    """Return the tally of stored cells: the inverse of ``write_tally``."""
    parties = tuple(filter(None, cells["parties"].split(";")))
    texts = {name: text for name, text in cells.items() if name not in ("on", "parties")}
    return Tally(key, on=PartialDate.parse(cells["on"]), parties=parties, **texts)


def validated_tally(
    key: str, cells: Mapping[str, str], parties: Callable[[str], tuple[str, ...]], before: Tally | None = None
) -> Tally:
    """Return the tally of the cells that a user entered.

    InvalidRecord names all problems of the cells. ``parties`` resolves a list of parties to their codes; ``before`` is
    the tally as stored until now.
    """
    clean = {name: " ".join(cells.get(name, "").split()) for name in TALLY_FIELDS}
    problems = [
        FieldProblem(name, "is missing; a tally is cited, so it needs what was counted, who says so, when and where")
        for name in ("about", "by", "on", "source")
        if not clean[name]
    ]

    def read(name: str, understand: Callable[[str], str]) -> None:
        try:
            clean[name] = understand(clean[name]) if clean[name] else ""
        except WbagreeError as error:
            problems.append(
                FieldProblem(name, error.sentence, clean[name], isinstance(error, NotFound | AmbiguousName))
            )

    read("on", lambda text: str(read_typed_date(text)))
    read("source", _read_source)
    read("parties", lambda text: ";".join(parties(text)))
    read("total", _read_number)
    for score in SCORE_LABELS:
        read(score.value, _read_figure)
    problems = problems or _contradictions(clean, before)
    if problems:
        raise InvalidRecord(list(map(str, problems)), unknown=all(problem.unknown for problem in problems))
    return read_tally(key, clean)


def _read_source(text: str) -> str:
    if not any(map(str.isalnum, text)):
        raise InvalidValue(f"{text!r} cites nothing; a source is 'Citation <URL>'")
    if len(SOURCES.read(text)) > 1:
        raise InvalidValue("names several sources; a tally has one, as 'Citation <URL>'")
    return text


def _read_number(text: str) -> str:
    if not _NUMBER.fullmatch(text):
        raise InvalidValue(f"{text!r} is no number of agreements")
    return str(int(text))


def _read_figure(text: str) -> str:
    """Return a published share or number in our notation: ``49 %`` or ``42``."""
    if share := _SHARE.fullmatch(text):
        if float(share[1].replace(",", ".")) > 100:
            raise InvalidValue(f"{text!r} is more than all")
        return f"{share[1].replace(',', '.')} %"
    if not _NUMBER.fullmatch(text):
        raise InvalidValue(f"{text!r} is neither a number nor a share, as in 42 or 49%")
    return str(int(text))


def _contradictions(cells: Mapping[str, str], before: Tally | None) -> list[FieldProblem]:
    problems = []
    figures = {score.value: cells[score.value] for score in SCORE_LABELS if cells[score.value]}
    shares = [float(text.removesuffix(" %")) for text in figures.values() if text.endswith("%")]
    numbers = [int(text) for text in figures.values() if not text.endswith("%")]
    figures_text = ", ".join(f"{name} {text}" for name, text in figures.items())
    if not cells["total"] and not figures:
        problems.append(FieldProblem("total", "is missing, and so is every share; say what was counted"))
    if shares and numbers:
        problems.append(FieldProblem("full", f"{figures_text}: give all of them as shares, or all as numbers"))
    elif shares and sum(shares) > 100 + _ROUNDING:
        problems.append(FieldProblem("full", f"{figures_text} are more than 100 % together"))
    elif numbers and cells["total"] and sum(numbers) > int(cells["total"]):
        problems.append(FieldProblem("total", f"{figures_text} are more than {cells['total']} together"))
    if reason := clock.future_reason(PartialDate.parse(cells["on"]), before.on if before else None):
        problems.append(FieldProblem("on", reason))
    return problems
