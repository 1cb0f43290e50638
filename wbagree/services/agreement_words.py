"""The bare words of a new agreement: ``"MoU on cyber incidents" AL XK mou mla yesterday``.

They are read as those of a question, in any order. A word with two readings is refused.
"""

import re
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from wbagree.domain.agreements.cell_notation import NOTATIONS, join_items
from wbagree.domain.agreements.vocabularies import AssertedStatus, Confidence, Level, label
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.dates.typed import read_typed_date
from wbagree.errors import InvalidDate, NotFound, UsageProblem
from wbagree.services import typed_words
from wbagree.services.name_reader import NameReader, Reading

if TYPE_CHECKING:
    from wbagree.domain.types import TypeBook


class AgreementWords(NamedTuple):
    """The cells that bare words give, and their meaning in words."""

    cells: dict[str, str]
    meaning: str


class _Value(NamedTuple):
    """One value of a field, and its words for people."""

    field: str
    text: str
    words: str


# The longest date in words, ``28 November 2026``, and ``signed`` before it.
_MOST_WORDS = 4
_SIGNED = re.compile(r"signed\s+(?:on\s+|in\s+)?", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S+|[^<>]*<https?://\S+>", re.IGNORECASE)
# Kinds of readings of a question, with a noun and the option of ``add``.
_KINDS = {
    "parties": ("a party", "--party"),
    "among": ("a group of parties", "--party"),
    "types": ("a type", "--type"),
    "forms": ("a form", "--form"),
    "statuses": ("a status", "--status"),
}
# Words of fields that are part of no question.
_VOCABULARIES = {"level": Level, "confidence": Confidence}
# Fields with one value, in the order of a sentence; then lists.
_SHOWN = ("title", "parties", "form", "types", "signed", "in_force", "ended", "status", *_VOCABULARIES, "sources")
# The field of a date that follows a status, and its words.
_DATE_OF = {
    AssertedStatus.IN_FORCE: ("in_force", "in force from"),
    **dict.fromkeys((AssertedStatus.TERMINATED, AssertedStatus.EXPIRED, AssertedStatus.SUPERSEDED), ("ended", "ended")),
}


def read_agreement_words(connection: sqlite3.Connection, words: Sequence[str]) -> AgreementWords:
    """Return the cells that bare words give a new agreement.

    UsageProblem for a word with two readings or none; InvalidDate for a date with two.
    """
    reader = NameReader(connection)
    values: list[_Value] = []
    unknown: list[str] = []
    rest = [word.strip() for word in words if word.strip()]
    while rest:
        length, found = _longest_date(rest)
        if not found:
            readings, length = reader.longest_name(rest)
            text = " ".join(rest[:length])
            found = list(_values(text, readings, reader) if readings else _other_values(text))
            unknown += [] if found else [text]
        values += found
        rest = rest[length:]
    if unknown:
        title = _title(unknown, typed_words.type_book(connection))
        values.append(_Value("title", title, title))
    values = _with_dates_of_statuses(values)
    _refuse_two_readings(values)
    fields = {field: [one for one in dict.fromkeys(values) if one.field == field] for field in _SHOWN}
    cells = {
        field: join_items(field, [one.text for one in ones]) if field in NOTATIONS else ones[0].text
        for field, ones in fields.items()
        if ones
    }
    return AgreementWords(cells, ", ".join(_in_words(ones) for ones in fields.values() if ones))


def _in_words(values: Sequence[_Value]) -> str:
    *most, last = (one.words for one in values)
    return f"{', '.join(most)} and {last}" if most else last


def _longest_date(words: Sequence[str]) -> tuple[int, list[_Value]]:
    """Return the date that words begin with, and their number."""
    days = [_date_of(_SIGNED.sub("", " ".join(words[:length]), count=1)) for length in range(1, _MOST_WORDS + 1)]
    day = next(filter(None, reversed(days[: len(words)])), None)
    # A word at the end that adds nothing is of what follows: ``3 March 2015 in force``.
    return (days.index(day) + 1, [_Value("signed", str(day), f"signed {day}")]) if day else (1, [])


def _date_of(text: str) -> PartialDate | None:
    try:
        return read_typed_date(text)
    except InvalidDate as problem:
        if problem.readings:
            raise
        return None


def _values(text: str, readings: Sequence[Reading], reader: NameReader) -> Iterator[_Value]:
    """Yield the values of a name that a question knows."""
    kinds = [one.kind for one in readings]
    if kinds == ["types", "forms"] and " " in text:  # extradition treaty
        for one in readings:
            yield from _values(text, [one], reader)
        return
    if len(kinds) > 1:
        nouns, options = zip(*(_KINDS[kind] for kind in kinds if kind in _KINDS), strict=True)
        ways = " or ".join(f"{option} {text!r}" for option in options)
        raise UsageProblem(f"{text!r} could be {' or '.join(nouns)}.", f"Name the field: {ways}")
    kind, codes, name = readings[0]
    if kind == "keys":
        raise UsageProblem(f"{name} is an agreement in the register.", f"To change it: wbagree edit {name}")
    if kind == "dates":
        raise UsageProblem(f"{text!r} is a range of dates.", "Name one date: --signed 2015, or --in-force 2015")
    if kind == "types" and len(codes) > 1:
        raise UsageProblem(f"{text!r} is a group of types.", f"Name one of {', '.join(codes)}")
    if kind == "statuses" and codes[0] not in set(AssertedStatus):
        raise UsageProblem(
            f"{text!r} is no status that a source states.", f"Use a date, or one of {', '.join(AssertedStatus)}"
        )
    if kind in ("pairs", "among"):
        parties = codes[0] if kind == "pairs" else codes
        yield from (_Value("parties", party, reader.name_of_party(party)) for party in parties)
    else:
        field = {"forms": "form", "statuses": "status"}.get(kind, kind)
        yield _Value(field, codes[0], name)


def _other_values(text: str) -> Iterator[_Value]:
    """Yield the values of a text that no question knows: a level, an address."""
    if _ADDRESS.fullmatch(text):
        yield _Value("sources", text if "<" in text else f"<{text}>", f"source {text}")
        return
    for field, vocabulary in _VOCABULARIES.items():
        try:
            (code,) = typed_words.codes_of_words(vocabulary, [text])
        except NotFound:
            continue
        yield _Value(field, code, f"{field} {label(code)}")
        return


def _title(unknown: Sequence[str], types: "TypeBook") -> str:
    """Return the title: the text in quotes, or the only unknown word."""
    quoted = [text for text in unknown if " " in text] or (unknown if len(unknown) == 1 else [])
    if len(quoted) > 1:
        raise UsageProblem(f"Two titles: {quoted[0]!r} and {quoted[1]!r}.", "Type one; --notes takes other text")
    for word in unknown:
        if word not in quoted and (near := _near_types(word, types)):
            raise UsageProblem(
                f"I don't know {word!r}. Did you mean {' or '.join(near)}?",
                f"Type that instead of {word!r}." if quoted else "A title of several words needs quotes.",
            )
    if not quoted or len(unknown) > 1:
        raise UsageProblem(
            f"I don't know {' '.join(repr(word) for word in unknown if word not in quoted)}.",
            'Put the title in quotes, for example: wbagree add "MoU on cyber incidents" AL XK mou mla 2026-11-28',
        )
    return quoted[0]


def _near_types(word: str, types: "TypeBook") -> Sequence[str]:
    try:
        types.resolve(word)
    except NotFound as error:
        return error.nearest
    return ()


def _with_dates_of_statuses(values: Sequence[_Value]) -> list[_Value]:
    """Return the values, a status and its date as one: ``in force 2016``.

    UsageProblem where the only date may be that of signature.
    """
    dates = sum(one.field == "signed" for one in values)
    united: list[_Value] = []
    for value in values:
        before = united[-1] if united else None
        if before and before.field == "status" and value.field == "signed":
            status = AssertedStatus(before.text)
            field, words = _DATE_OF.get(status, ("", ""))
            if field and dates < 2:
                raise UsageProblem(
                    f"{value.text} could be the date of signature or that of the status {label(status)!r}.",
                    f"Name it: --signed {value.text}, or --{field.replace('_', '-')} {value.text}",
                )
            if field:
                united[-1] = _Value(field, value.text, f"{words} {value.text}")
                continue
        united.append(value)
    return united


def _refuse_two_readings(values: Sequence[_Value]) -> None:
    """Raise UsageProblem for two values of one field."""
    for field in _SHOWN:
        ones = [one.words for one in dict.fromkeys(values) if one.field == field]
        if field not in NOTATIONS and len(ones) > 1:
            noun, advice = (
                ("date", "Name each: --signed DATE --in-force DATE") if field == "signed" else (field, "Type one")
            )
            raise UsageProblem(f"The {noun} could be {' or '.join(ones)}.", advice)


def with_typed_fields(words: Mapping[str, str], typed: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """Return the cells of words and options, with notes.

    An option wins, and adds to a list. The notes name words that are not used.
    """
    both = [field for field in words if typed.get(field)]
    lists = {
        field: NOTATIONS[field].separator.join((words[field], typed[field])) for field in both if field in NOTATIONS
    }
    notes = [
        f"The {field.replace('_', ' ')} {words[field]!r} is not used: --{field.replace('_', '-')} {typed[field]}"
        for field in both
        if field not in NOTATIONS and words[field] != typed[field]
    ]
    return {**words, **typed, **lists}, notes
