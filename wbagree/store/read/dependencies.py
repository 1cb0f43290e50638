"""Dependencies between stored entities, checked before one is removed."""

from collections.abc import Callable, Iterable, Mapping

from wbagree.domain.acts.act import ALL
from wbagree.domain.acts.kinds import ACT_KIND, KINDS
from wbagree.domain.contacts import CONTACT
from wbagree.domain.frameworks.acts import FRAMEWORK_ACT
from wbagree.domain.frameworks.framework import FRAMEWORK, MEMBERSHIP
from wbagree.domain.parties.party_book import NAME, PARTY, PARTY_GROUP, SUCCESSION
from wbagree.domain.tallies import TALLY
from wbagree.domain.types import TYPE, TYPE_GROUP

# Key and cells of an entity to the keys of those it depends on.
_KeysNeeded = Callable[[str, Mapping[str, str]], Iterable[str]]


def _keys_in_cell(name: str) -> _KeysNeeded:
    return lambda _, cells: filter(None, cells[name].split(";"))


def _key_segment(place: int) -> _KeysNeeded:
    return lambda key, _: [key.split("/")[place]]


# Subject to the subjects it depends on. Agreements depend on parties and types: see ``records_with`` in
# parties_and_types.
DEPENDENCIES: Mapping[str, Mapping[str, _KeysNeeded]] = {
    NAME: {PARTY: _key_segment(0)},
    SUCCESSION: {PARTY: lambda key, _: key.split("/")},
    MEMBERSHIP: {FRAMEWORK: _key_segment(0), PARTY: _key_segment(1)},
    FRAMEWORK_ACT: {
        FRAMEWORK: _key_segment(0),
        PARTY: lambda key, _: [party for party in key.split("/")[1:2] if party != ALL],
        ACT_KIND: lambda key, _: [kind for kind in key.split("/")[2:3] if kind not in KINDS],
    },
    PARTY_GROUP: {PARTY: _keys_in_cell("members")},
    TYPE: {TYPE_GROUP: _keys_in_cell("group")},
    FRAMEWORK: {TYPE: _keys_in_cell("types")},
    CONTACT: {PARTY: _keys_in_cell("party"), TYPE: _keys_in_cell("types")},
    TALLY: {PARTY: _keys_in_cell("parties")},
}
# Owned entities: deleted together with their owner.
OWNED = (NAME, SUCCESSION, MEMBERSHIP, FRAMEWORK_ACT)
