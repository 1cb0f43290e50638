"""What cannot be there without something else: a membership without its framework, a record without its parties."""

from collections.abc import Callable, Iterable, Mapping

from wbagree.domain.contacts import CONTACT
from wbagree.domain.frameworks.framework import FRAMEWORK, MEMBERSHIP
from wbagree.domain.parties.party_book import NAME, PARTY, SUCCESSION
from wbagree.domain.tallies import TALLY
from wbagree.domain.types import TYPE

# From the key of something and its cells, the keys of what it needs.
_Needed = Callable[[str, Mapping[str, str]], Iterable[str]]


def _listed(name: str) -> _Needed:
    return lambda _, cells: filter(None, cells[name].split(";"))


def _part(place: int) -> _Needed:
    return lambda key, _: [key.split("/")[place]]


# Subject to the subjects that it needs. Records need parties and types too: ``lookups.records_with`` tells which.
DEPENDENCIES: Mapping[str, Mapping[str, _Needed]] = {
    NAME: {PARTY: _part(0)},
    SUCCESSION: {PARTY: lambda key, _: key.split("/")},
    MEMBERSHIP: {FRAMEWORK: _part(0), PARTY: _part(1)},
    FRAMEWORK: {TYPE: _listed("types")},
    CONTACT: {PARTY: _listed("party"), TYPE: _listed("types")},
    TALLY: {PARTY: _listed("parties")},
}
# What says something of what it needs and nothing by itself: it may go with it.
OWNED = (NAME, SUCCESSION, MEMBERSHIP)
