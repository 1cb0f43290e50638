"""The names of a party over time, its predecessors and successors."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from wbagree.domain.parties.party_book import Party, PartyName, Succession
from wbagree.domain.text.folding import fold_name

ENGLISH = "en"
# Names that differ only in these words, in order or in spelling are shown once.
_LITTLE = {"the", "of"}
# The languages in which the region writes the names of parties.
_LANGUAGES: Mapping[str, str] = {
    "bg": "Bulgarian",
    "bs": "Bosnian",
    "cnr": "Montenegrin",
    "cs": "Czech",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "fr": "French",
    "hr": "Croatian",
    "hu": "Hungarian",
    "it": "Italian",
    "mk": "Macedonian",
    "ro": "Romanian",
    "sl": "Slovenian",
    "sq": "Albanian",
    "sr": "Serbian",
    "sr-Cyrl": "Serbian (Cyrillic)",
    "sr-Latn": "Serbian (Latin)",
    "tr": "Turkish",
}
# The heading for such names: Srbija is a name in five languages, XKK in none.
_NO_LANGUAGE = "No language stated"


@dataclass(frozen=True, slots=True)
class NamePeriod:
    """The names of a party in one period, the main one first.

    ``since`` and ``until`` are partial dates, or empty if unknown.
    """

    since: str
    until: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RelatedParty:
    """A predecessor or successor of a party, directly or ``through`` a third.

    ``since`` is the beginning of the later one; ``nature`` and ``territory`` are those of the last step.
    """

    code: str
    since: str
    through: str = ""
    note: str = ""
    nature: str = ""
    territory: str = ""


def english_names(party: Party, names: Iterable[PartyName]) -> list[NamePeriod]:
    """Return the English names of a party by period, in time.

    Names without dates come first if the party's own name is among them, otherwise last.
    """
    periods = _by_period(name for name in names if name.language == ENGLISH)
    own = _period_of_own_name(party, periods)
    periods.setdefault(own, [])
    called = [
        NamePeriod(*period, tuple(_distinct([party.name] if period == own else [], found)))
        for period, found in sorted(periods.items(), key=_in_time)
    ]
    return called if own == _UNDATED or periods.get(_UNDATED) is None else [*called[1:], called[0]]


def names_by_language(names: Iterable[PartyName]) -> dict[str, list[NamePeriod]]:
    """Return the names that are not English, by language.

    Languages are in the order of their English names; names without a language come last.
    """
    languages: dict[str, list[PartyName]] = {}
    for name in names:
        if name.language != ENGLISH:
            languages.setdefault(_LANGUAGES.get(name.language, name.language) or _NO_LANGUAGE, []).append(name)
    return {
        language: [
            NamePeriod(*period, tuple(found)) for period, found in sorted(_by_period(named).items(), key=_in_time)
        ]
        for language, named in sorted(languages.items(), key=lambda item: (item[0] == _NO_LANGUAGE, item[0]))
    }


_Period = tuple[str, str]
_UNDATED = ("", "")


def _by_period(names: Iterable[PartyName]) -> dict[_Period, list[str]]:
    periods: dict[_Period, list[str]] = {}
    for name in names:
        periods.setdefault((name.since, name.until), []).append(name.name)
    return periods


def _in_time(item: tuple[_Period, list[str]]) -> tuple[bool, str, str]:
    since, until = item[0]
    return bool(since or until), until or "9999", since


def _period_of_own_name(party: Party, periods: Mapping[_Period, Sequence[str]]) -> _Period:
    """Return the period that the party's own name belongs to.

    It is the last period if one of its names contains the party's own (North Macedonia is in Republic of North
    Macedonia), otherwise the undated one.
    """
    own = set(fold_name(party.name).split())
    last = max((since, until) for since, until in [_UNDATED, *periods] if until in ("", party.until))
    return last if any(own <= set(fold_name(name).split()) for name in periods.get(last, ())) else _UNDATED


def _distinct(first: Sequence[str], names: Iterable[str]) -> Iterator[str]:
    """Yield the names without those that differ only in little words.

    ``first`` ones come first, then the fullest.
    """
    distinct: set[frozenset[str]] = set()
    for name in (*first, *sorted(names, key=_fullest_first)):
        words = frozenset(fold_name(name).split()) - _LITTLE
        if words not in distinct:
            distinct.add(words)
            yield name


def _fullest_first(name: str) -> tuple[bool, int, bool, str]:
    """Return a key that sorts the fullest and best spelled name first.

    Names turned round for an index, as in Yugoslavia (Federal Republic of), come last; Türkiye goes before Turkiye.
    """
    return "(" in name or "," in name, -len(name), name.isascii(), name


def predecessors(code: str, steps: Sequence[Succession]) -> list[RelatedParty]:
    """Return the predecessors of a party and theirs, the latest first."""
    return _walk(code, [(step.successor, step.predecessor, step) for step in steps], nearest_first=True)


def successors(code: str, steps: Sequence[Succession]) -> list[RelatedParty]:
    """Return the successors of a party and theirs, the earliest first."""
    return _walk(code, [(step.predecessor, step.successor, step) for step in steps], nearest_first=False)


def _walk(code: str, steps: Sequence[tuple[str, str, Succession]], *, nearest_first: bool) -> list[RelatedParty]:
    found: dict[str, RelatedParty] = {}
    waiting = [code]
    while waiting:
        here = waiting.pop(0)
        for start, end, step in steps:
            if start == here and end not in found and (step.inherits or here == code):
                through = "" if here == code else here
                found[end] = RelatedParty(end, step.since, through, step.note, step.nature, step.territory)
                waiting += [end] if step.inherits else []
    return sorted(found.values(), key=lambda kin: (kin.since, kin.code), reverse=nearest_first)
