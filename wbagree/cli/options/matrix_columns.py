"""The columns of a matrix, as ``--by`` names them."""

from enum import StrEnum


class MatrixColumns(StrEnum):
    """The columns of a matrix."""

    TYPE = "type"
    GROUP = "group"
