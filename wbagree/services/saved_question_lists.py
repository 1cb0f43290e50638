"""Saved questions in lists: files of them, and a sheet of our workbooks."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from wbagree.domain.foreign_lists.column_mapping import Mapping
from wbagree.domain.saved_questions import COLUMNS, SAVED_QUESTION, SHEET, SavedQuestion, write_saved
from wbagree.domain.text.folding import fold_name
from wbagree.errors import UsageProblem
from wbagree.formats.list_readers.opened_list import open_list
from wbagree.formats.list_readers.rows import ReaderOptions
from wbagree.formats.list_readers.vocabulary import bundled_vocabulary

if TYPE_CHECKING:
    from sqlmodel import Session

# The beginning of a file in which a list of questions has its header.
_BEGINNING = 4096


class ListedQuestion(NamedTuple):
    """A row of a list of saved questions, with its place."""

    place: str
    name: str
    question: str
    saved: str


@dataclass(slots=True)
class AddedQuestions:
    """Saved questions that came with a list.

    ``left`` are those of the register under whose names the list has others.
    """

    new: list[SavedQuestion] = field(default_factory=list)
    unchanged: list[SavedQuestion] = field(default_factory=list)
    left: list[SavedQuestion] = field(default_factory=list)


def questions_in(path: Path, name: str, options: ReaderOptions) -> list[ListedQuestion] | None:
    """Return the saved questions in a list; None for another list."""
    with path.open("rb") as file:
        beginning = file.read(_BEGINNING)
    if options.sheet != SHEET and b"question" not in beginning.lower():
        return None
    mapping = Mapping(columns=dict.fromkeys(COLUMNS, ""))
    try:
        with open_list(path, name, options, mapping, bundled_vocabulary()) as listing:
            header = [fold_name(column.header) for column in listing.layout.columns]
            return [
                ListedQuestion(
                    f"{name}:{line}", *(dict(zip(header, cells, strict=False)).get(one, "") for one in COLUMNS)
                )
                for line, cells in listing.rows
            ]
    except UsageProblem:  # it has other columns
        return None


def questions_of_workbook(path: Path, name: str, options: ReaderOptions) -> list[ListedQuestion]:
    """Return the rows of the sheet of saved questions."""
    return questions_in(path, name, replace(options, sheet=SHEET, header=0)) or []


def add_questions(session: "Session", questions: Sequence[SavedQuestion]) -> AddedQuestions:
    """Add questions under names that are free; the register's own stay."""
    from wbagree.services.entity_changes import apply_changes_of_subject
    from wbagree.store.read import entity_cells
    from wbagree.store.write.session import raw_connection

    here = entity_cells.saved_questions(raw_connection(session))
    added = AddedQuestions()
    for one in questions:
        known = here.setdefault(one.name, one)
        (added.new if known is one else added.unchanged if known.words == one.words else added.left).append(known)
    apply_changes_of_subject(session, SAVED_QUESTION, {one.name: (None, write_saved(one)) for one in added.new})
    return added
