"""The columns of a party, where an agreement has several rows.

A column whose values vary within agreements is a party's; one that is the same in all rows is the agreement's.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from wbagree.domain.acts.kinds import KINDS, Role
from wbagree.domain.foreign_lists.cell_readers import clean_cell
from wbagree.domain.foreign_lists.column_mapping import (
    ACT_OF,
    ACT_TARGETS,
    CONSENT,
    EACH_PARTYS,
    GROUPING,
    PARTY_NOTE,
    SECOND,
    Column,
    Layout,
)
from wbagree.domain.foreign_lists.row_groups import GroupColumns, Row, group_of, possible_target
from wbagree.domain.foreign_lists.vocabulary import Vocabulary
from wbagree.domain.text.folding import folded_words

# A column that varies in fewer of the groups is the agreement's; and so is a date whose header names no act.
_FEW, _SOME = 0.05, 0.3
# A party does these for itself, so that their column is a party's even where all have the same date.
_OWN_KINDS = frozenset(
    (*(code for code in ACT_TARGETS if KINDS[code].role is Role.BOUND), "denunciation", "withdrawal", "ratification")
)
# Fields with one value. Where they vary, their values are those of a party.
_SINGLE = frozenset(
    ("place", "level", "status", "status_on", "binding", "depositary", "archive_number", "responsible", "renewal",
     "entry_clause", "termination_clause", "languages", "signed_place")
)  # fmt: skip
_LONGEST_DATE = 60


@dataclass(slots=True)
class _Values:
    """The values of a column in groups of several rows.

    ``varying``: groups in which they differ; ``first_only``: those of them with a value in the first row alone;
    ``filled`` and ``dated``: cells with a text, and with a date.
    """

    varying: int = 0
    first_only: int = 0
    filled: int = 0
    dated: int = 0


class Survey(NamedTuple):
    """The sizes of groups, and the values of columns in them."""

    sizes: Mapping[int, int]
    values: Mapping[int, _Values]

    def varies(self, place: int, share: float = _FEW) -> bool:
        """Return whether a column varies within so many of the groups."""
        several = sum(size > 1 for size in self.sizes.values())
        return self.varying(place) >= max(1, share * several)

    def varying(self, place: int) -> int:
        """Return within how many groups a column varies.

        None, if the first row of each has the value for all.
        """
        values = self.values[place]
        return values.varying if values.varying > values.first_only else 0

    def is_dated(self, place: int) -> bool:
        """Return whether the cells of a column are dates."""
        values = self.values[place]
        return values.dated * 2 > values.filled


class _Seen:
    """The first values of one group.

    Columns that vary are bits.
    """

    __slots__ = ("differ", "filled_first", "filled_later", "size", "texts", "void_later")

    def __init__(self, columns: int) -> None:
        self.size = 0
        self.texts = [0] * columns
        self.filled_first = self.filled_later = self.void_later = self.differ = 0

    def add(self, texts: Sequence[str]) -> None:
        for number, text in enumerate(texts):
            bit = 1 << number
            if not text:
                self.void_later |= bit if self.size else 0
                continue
            if self.size:
                self.filled_later |= bit
            else:
                self.filled_first |= bit
            value = hash(text)
            self.texts[number] = self.texts[number] or value
            self.differ |= bit if self.texts[number] != value else 0
        self.size += 1


def survey_groups(layout: Layout, columns: GroupColumns, rows: Iterable[Row]) -> Survey:
    """Return the sizes of groups, and the values of columns in them."""
    places = [place for place in range(len(layout.columns)) if place not in columns.places]
    groups: dict[int, _Seen] = {}
    values = {place: _Values() for place in places}
    for row in rows:
        key = group_of(columns.places, row)
        seen = groups.get(key)
        if seen is None:
            seen = groups[key] = _Seen(len(places))
        texts = [clean_cell(row[1][place]) if place < len(row[1]) else "" for place in places]
        seen.add(texts)
        for place, text in zip(places, texts, strict=True):
            if text:
                values[place].filled += 1
                values[place].dated += len(text) <= _LONGEST_DATE and any(map(str.isdecimal, text))
    for seen in groups.values():
        if seen.size > 1:
            uneven = (seen.filled_first & seen.void_later) | (~seen.filled_first & seen.filled_later)
            varying = seen.differ | uneven
            only = varying & seen.filled_first & ~seen.filled_later
            for number, place in enumerate(places):
                values[place].varying += varying >> number & 1
                values[place].first_only += only >> number & 1
    return Survey({key: seen.size for key, seen in groups.items()}, values)


def with_party_columns(layout: Layout, found: GroupColumns, survey: Survey, vocabulary: Vocabulary) -> Layout:
    """Return a layout in which the columns of parties have their acts.

    A column that a person mapped keeps its target.
    """
    columns = list(layout.columns)
    # Where a column has the dates of parties already, another of that kind has those of the agreement.
    of_parties = {column.target for column in columns if column.party}
    kinds = {
        place: kind
        for place in survey.values
        if place != found.act
        and (kind := _kind_of_party(columns[place], place, survey, vocabulary))
        and (kind not in of_parties or columns[place].party)
    }
    of_parties.update(kinds.values())
    listed = _listed_act_columns(columns, kinds, survey, vocabulary) if found.act is not None else {}
    for place, column in enumerate(columns):
        if place in found.places:
            columns[place] = replace(column, origin=f"{column.origin}, {GROUPING}" if column.target else GROUPING)
        elif place == found.act:
            columns[place] = replace(column, target="act", origin=EACH_PARTYS)
        elif place == found.consent and "ratification" in kinds.values():
            columns[place] = replace(column, target=CONSENT, origin=EACH_PARTYS)
        elif target := listed.get(place) or kinds.get(place) or _other_target(column, place, survey):
            columns[place] = replace(column, target=target, origin=EACH_PARTYS)
        elif _varies_by_party(column, place, survey, vocabulary) and ACT_OF[column.target] not in of_parties:
            columns[place] = replace(column, origin=EACH_PARTYS)
    taken = {column.target for column in columns}
    for place, column in enumerate(columns):
        if column.origin.startswith(SECOND) and (target := possible_target(column)) not in taken:
            taken.add(target)
            columns[place] = replace(column, target=target, origin="recognised")
    return replace(layout, columns=tuple(columns), is_grouped=True)


def _kind_of_party(column: Column, place: int, survey: Survey, vocabulary: Vocabulary) -> str:
    """Return the kind of acts that a party's column has, or ''.

    '' for a column of the agreement.
    """
    target = possible_target(column)
    if column.origin in ("mapped", "left out"):
        return "ratification" if target == "ratified" else ""
    if target not in ("", *ACT_OF) or (not target and not survey.is_dated(place)):
        return ""
    named = vocabulary.act_in(column.header)
    kind = named if named in ACT_TARGETS else ACT_OF.get(target, "")
    if target == "ended" and kind not in ("denunciation", "withdrawal", "termination", "expiry"):
        kind = "denunciation"
    is_own = kind in _OWN_KINDS and target != "signed"
    return kind if is_own or survey.varies(place, _FEW if named else _SOME) else ""


def _varies_by_party(column: Column, place: int, survey: Survey, vocabulary: Vocabulary) -> bool:
    """Return whether few groups differ in a date of acts.

    The dates of parties differ by nature, where another date that differs is a slip.
    """
    is_act = column.target in ("signed", "in_force") and bool(vocabulary.act_in(column.header))
    return is_act and column.origin == "recognised" and place in survey.values and survey.varying(place) > 0


def _listed_act_columns(
    columns: Sequence[Column], kinds: Mapping[int, str], survey: Survey, vocabulary: Vocabulary
) -> dict[int, str]:
    """Return the targets of the dates in a list of acts.

    They are columns that name no act of their own, or its notification, and the date of effect.
    """
    dates, effects = [], []
    for place, column in enumerate(columns):
        if place not in survey.values or column.origin in ("mapped", "left out"):
            continue
        named = vocabulary.act_in(column.header)
        if kinds.get(place) == "entry-into-force":
            effects.append(place)
        elif _is_date_of_acts(column, named, place, survey):
            dates.append(place)
    free = [target for target in ("act_date", "act_effect") if target not in {column.target for column in columns}]
    return dict(zip([*dates, *effects], [*free, *[PARTY_NOTE] * len(columns)], strict=False))


def _is_date_of_acts(column: Column, named: str, place: int, survey: Survey) -> bool:
    if named in ("notification", "deposit"):
        return survey.is_dated(place)
    is_date = possible_target(column) == "signed" or (
        not column.target and bool(_DATE_WORDS & {*folded_words(column.header)})
    )
    return is_date and not named and survey.is_dated(place) and survey.varies(place)


_DATE_WORDS = frozenset(("date", "datum", "data", "fecha", "dne", "den", "tarih"))


def _other_target(column: Column, place: int, survey: Survey) -> str:
    """Return the target of a column that varies, or ''.

    Columns of acts have theirs.
    """
    if column.origin == "recognised" and place in survey.values and survey.varies(place):
        if column.target == "signatories":
            return "partner_signatory"
        return column.target if column.target in _SINGLE else ""
    return ""
