"""The title of a page, and its filter in words."""

from collections.abc import Sequence

from wbagree.domain.agreements.vocabularies import is_or_are, label
from wbagree.domain.filter import Filter
from wbagree.domain.text.sentences import capitalise
from wbagree.formats.html_report.entry import Names

_SUBJECT = "on security and justice"


def page_title(question: Filter, names: Names) -> str:
    """Return the title of a page from its filter, parties by name."""
    if question.pair and not question.parties:
        return f"Agreements between {_joined(_named(question.pair, names))} {_SUBJECT}"
    if named := question.required_parties():
        return f"Agreements of {_joined(_named(named, names))} {_SUBJECT}"
    if question.pairs:
        return f"Agreements of {_joined([_pair_name(pair, names) for pair in question.pairs])} {_SUBJECT}"
    if question.among:
        return f"Agreements among {_joined(_named(question.among, names))} {_SUBJECT}"
    region = " in the Western Balkans" if question._replace(as_of=None, public=False) == Filter() else ""
    return f"Bilateral agreements {_SUBJECT}{region}"


def filter_words(question: Filter, names: Names) -> str:
    """Return the rest of a filter in words.

    Without the parts that the title and the day of the page state; '' when there are no others.
    """
    rest = question._replace(
        pair=None,
        pairs=()
        if not question.required_parties()
        else tuple((names.party(a), names.party(b)) for a, b in question.pairs),
        parties=(),
        among=tuple(_named(question.among, names)) if question.required_parties() or question.pairs else (),
        types=tuple(names.types.get(code, code) for code in question.types),
        forms=tuple(map(label, question.forms)),
        statuses=tuple(map(label, question.statuses)),
        as_of=None,
        public=False,
    )
    words = "" if rest == Filter() else rest.in_words()
    return capitalise(words)


def is_by_years(question: Filter) -> bool:
    """Return whether a filter is by years, but keeps undated records.

    They may have been signed in these years.
    """
    return question.has_range() and bool(question.undated)


def undated_note(undated: int, question: Filter) -> str:
    """Return the sentence on undated records in an answer by years.

    They may not belong there. '' if there are none, or the filter is not by years.
    """
    if not undated or not is_by_years(question):
        return ""
    return f"{undated:,} of the records {is_or_are(undated)} undated and may fall outside the years asked for."


def _pair_name(pair: Sequence[str], names: Names) -> str:
    return " – ".join(_named(pair, names))


def _named(codes: Sequence[str], names: Names) -> list[str]:
    return sorted(map(names.party, codes))


def _joined(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
