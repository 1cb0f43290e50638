"""The names and related agreements that a full view of one agreement needs."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from wbagree.domain.agreements.parts import Provenance, Relation


class AgreementContext(NamedTuple):
    """Names and other agreements that an agreement refers to, or that refer to it.

    ``parties`` and ``types``: code to name. ``titles``: key to title. ``related_from``: relations that others state
    towards this one, each with the other's key. ``left_out``: how many such relations are not shown.
    """

    parties: Mapping[str, str]
    types: Mapping[str, str]
    titles: Mapping[str, str]
    related_from: Sequence[Relation]
    came_from: Sequence[Provenance] = ()
    left_out: int = 0
