"""What a page says it answers: its title, and the rest of the question in words."""

from collections.abc import Sequence

from wbagree.domain.filter import Filter
from wbagree.domain.terms import label
from wbagree.formats.report.entry import Names

_SUBJECT = "on security and justice"


def title(question: Filter, names: Names) -> str:
    """Return the title of what answers a question, its parties by name."""
    if question.pair and not question.parties:
        return f"Agreements between {_joined(_named(question.pair, names))} {_SUBJECT}"
    if named := question.named():
        return f"Agreements of {_joined(_named(named, names))} {_SUBJECT}"
    if question.among:
        return f"Agreements among {_joined(_named(question.among, names))} {_SUBJECT}"
    return f"Bilateral agreements {_SUBJECT}"


def asked_words(question: Filter, names: Names) -> str:
    """Return what else was asked, without what the title or the day says; nothing when that is all."""
    rest = question._replace(
        pair=None,
        parties=(),
        among=tuple(_named(question.among, names)) if question.named() else (),
        types=tuple(names.types.get(code, code) for code in question.types),
        forms=tuple(map(label, question.forms)),
        statuses=tuple(map(label, question.statuses)),
        as_of=None,
        public=False,
    )
    words = "" if rest == Filter() else rest.words()
    return words[:1].upper() + words[1:]


def _named(codes: Sequence[str], names: Names) -> list[str]:
    return sorted(map(names.party, codes))


def _joined(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
