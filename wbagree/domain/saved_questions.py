"""Questions that are kept under a name."""

import json
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from shlex import join

# The name of a saved question in the history.
SAVED_QUESTION = "saved question"
# The columns of a list of them, and the sheet of a workbook that has it.
COLUMNS, SHEET = ("name", "question", "saved"), "Saved questions"
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class SavedQuestion:
    """A command that answers a question, with its words and options.

    ``words`` begin with the command; ``saved`` is the day, in ISO.
    """

    name: str
    words: tuple[str, ...]
    saved: str


def normal_name(text: str) -> str:
    """Return a typed name as the register has it."""
    return unicodedata.normalize("NFC", text.strip()).lower()


def is_name(text: str) -> bool:
    """Return whether a text can be a name.

    It has letters of any script, digits and hyphens, and at least one letter.
    """
    letters = text.replace("-", "")
    return (
        len(text) <= _LONGEST_NAME
        and letters.isalnum()
        and not letters.isdecimal()
        and not text.startswith("-")
        and normal_name(text) == text
    )


def question_in_words(words: Sequence[str]) -> str:
    """Return the words of a question as a shell takes them."""
    return join(words)


def listed_cells(question: SavedQuestion) -> tuple[str, str, str]:
    """Return the cells of a saved question in a list."""
    return question.name, question_in_words(question.words), question.saved


def write_saved(question: SavedQuestion) -> dict[str, str]:
    """Return the cells of a saved question, without its name."""
    return {"question": json.dumps(question.words, ensure_ascii=False), "saved": question.saved}


def read_saved(name: str, cells: Mapping[str, str]) -> SavedQuestion:
    """Return the saved question of cells: the inverse of ``write_saved``."""
    return SavedQuestion(name, read_words(cells["question"]), cells["saved"])


def read_words(text: str) -> tuple[str, ...]:
    """Return the words of a stored question; ValueError when it is none."""
    words = json.loads(text)
    if not (isinstance(words, list) and words and all(isinstance(word, str) for word in words)):
        raise ValueError(text)
    return tuple(words)
