"""The question for gaps: which filters it can have, and what is no gap."""

from dataclasses import replace

from wbagree.domain.filter import Filter
from wbagree.domain.reports.matrix import Matrix
from wbagree.errors import UsageProblem

# The type of what has no type of its own.
_OTHER = "other"
NO_PROOF = "That none was found does not mean that none exists."
# The conditions of a question for gaps; any other would deny what is recorded.
_FREE = ("pair", "pairs", "parties", "among", "types", "as_of", "inherited", "public")


def refuse_narrowed(filter_: Filter, command: str) -> None:
    """Raise UsageProblem for a filter that would deny recorded agreements.

    Only parties, types and a day may narrow the question.
    """
    none = Filter()
    if filter_ == none._replace(**{name: getattr(filter_, name) for name in _FREE}):
        return
    narrowed = filter_._replace(**{name: getattr(none, name) for name in _FREE}).in_words()
    raise UsageProblem(
        f"{command} with {narrowed} would deny what is recorded", "gaps take parties, types, --as-of and --no-inherited"
    )


def without_other(found: Matrix) -> Matrix:
    """Return a matrix without the type *other*: there is always something else."""
    return replace(found, columns=tuple(column for column in found.columns if column != _OTHER))
