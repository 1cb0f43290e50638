"""The keys of a file, and those that its agreements have here."""

from collections.abc import Mapping, Sequence
from typing import cast

from sqlmodel import Session

from wbagree.domain.agreements.cell_notation import NOTATIONS
from wbagree.domain.agreements.parts import Relation
from wbagree.errors import WbagreeError
from wbagree.store.read import identities
from wbagree.store.write.identities import add_alias, unite_ids
from wbagree.store.write.import_matching import Match, RowMatcher
from wbagree.store.write.import_result import ImportRow
from wbagree.store.write.keys import KeyNumbering, stem_and_number
from wbagree.store.write.session import raw_connection

_RELATIONS = NOTATIONS["relations"]


class FileKeys:
    """The keys of a file, with those here.

    ``file`` is the name under which other keys are kept as aliases.
    """

    def __init__(self, session: Session, matcher: RowMatcher, file: str) -> None:
        self._session, self._matcher, self._file = session, matcher, file
        self._keys_here: dict[str, str] = {}
        self._moved: set[str] = set()  # keys that are another agreement's here

    def note(self, match: Match) -> None:
        """Note another key or id of an agreement in the file."""
        if match.is_moved:
            self._moved.add(match.stated_key)
        elif match.stated_key and match.key != match.stated_key:
            self.settle(match.stated_key, match.key)
            self.add_alias(match.stated_key, match.key)
        if match.id and match.id_here:
            unite_ids(self._session, match.key, match.id_here, match.id, self._file)

    def settle(self, stated: str, key: str) -> None:
        """Note the key here of an agreement of the file."""
        self._keys_here[stated] = key

    def add_alias(self, stated: str, key: str) -> None:
        """Keep the key in the file of an agreement that is here."""
        id_ = identities.ids_of_keys(raw_connection(self._session), [key])[key]
        add_alias(self._session, "key", stated, id_, self._file)

    def must_wait(self, match: Match) -> bool:
        """Return whether a row needs a key that is not known yet.

        It may be its own, or that of a relation.
        """
        related = _related_keys(match.row) if "key" in match.row.cells else ()
        return match.is_moved or any(key in self._moved or not self._matcher.has_read(key) for key in related)

    def with_relations_here(self, row: ImportRow) -> ImportRow:
        """Return a row with the keys here in its relations."""
        relations = _relations(row.cells)
        if not any(relation.key in self._keys_here for relation in relations):
            return row
        here = [relation._replace(key=self._keys_here.get(relation.key, relation.key)) for relation in relations]
        return row._replace(cells={**row.cells, "relations": _RELATIONS.write(here)})

    def number(self, waiting: Sequence[Match]) -> list[Match]:
        """Return the rows that waited, when the whole file was read.

        Those with a key that is taken here have the next one, after all that the register gave and all in the file.
        They come first, because others relate to them.
        """
        # An earlier import of the file may have given another key to an agreement that is not in the file now.
        related = {key for match in waiting for key in _related_keys(match.row)}
        outside = [key for key in related if not self._matcher.has_read(key)]
        for stated, found in identities.keys_of_aliases(raw_connection(self._session), outside, self._file).items():
            if len(found) == 1:
                self.settle(stated, found[0])
        numbering = KeyNumbering(self._session, self._matcher.stated_keys.values())
        moved = [self._with_next_key(match, numbering) for match in waiting if match.is_moved]
        return [*moved, *(match for match in waiting if not match.is_moved)]

    def _with_next_key(self, match: Match, numbering: KeyNumbering) -> Match:
        stem, number = stem_and_number(match.stated_key)
        key = numbering.next_key(stem if stem and number else match.stated_key)
        self.settle(match.stated_key, key)
        return match._replace(key=key, row=match.row._replace(cells={**match.row.cells, "key": key}))


def _related_keys(row: ImportRow) -> list[str]:
    return [relation.key for relation in _relations(row.cells)]


def _relations(cells: Mapping[str, str]) -> tuple[Relation, ...]:
    """Return the relations of a row; none if they cannot be read."""
    text = cells.get("relations", "")
    try:
        return cast("tuple[Relation, ...]", _RELATIONS.read(text)) if text.strip() else ()
    except WbagreeError:  # the validator will refuse the row
        return ()
