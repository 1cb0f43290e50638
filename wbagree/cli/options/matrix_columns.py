"""The columns of a matrix, as ``--by`` names them, or words: ``by type``."""

from collections.abc import Sequence
from enum import StrEnum

from wbagree.cli.options.groupings import split_off_groupings
from wbagree.errors import UsageProblem


class MatrixColumns(StrEnum):
    """The columns of a matrix."""

    TYPE = "type"
    GROUP = "group"


def split_off_columns(words: Sequence[str], by: MatrixColumns | None) -> tuple[list[str], MatrixColumns | None]:
    """Split the columns of a matrix off the words of a command.

    They are ``by`` if no words name them. UsageProblem when both types and groups are named.
    """
    kept, found = split_off_groupings(words, _columns_of, list(MatrixColumns))
    named = dict.fromkeys([*([by] if by else []), *found])
    if len(named) > 1:
        raise UsageProblem("a matrix has columns for types, or for groups of types", "name one of them")
    return kept, next(iter(named), None)


def _columns_of(word: str) -> MatrixColumns | None:
    return next((one for one in MatrixColumns if word.lower().removesuffix("s") == one), None)
