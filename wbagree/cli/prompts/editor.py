"""A record as TOML in the user's own editor."""

import os
import shlex
import subprocess
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import tomlkit

from wbagree.domain.agreements.cell_notation import NOTATIONS, join_items, split_items
from wbagree.domain.agreements.fields import ALL_NAMES, FIELD_BY_NAME
from wbagree.errors import InvalidValue
from wbagree.formats.data import toml

_EDITABLE = ALL_NAMES[1:]


def editor_command(editor: str, file: str, *, windows: bool) -> str | list[str]:
    """Return the command that starts an editor on a file.

    On Windows, whose paths have backslashes, it is one text.
    """
    return f'{editor} "{file}"' if windows else [*shlex.split(editor), file]


def quoting_hint(editor: str, is_file: Callable[[str], bool]) -> str:
    """Return a hint to quote a path with blanks, or ``""``."""
    blanks = [place for place, char in enumerate(editor) if char == " "]
    for end in (*reversed(blanks), len(editor)) if blanks else ():
        if " " in editor[:end] and is_file(editor[:end]):
            quoted = shlex.quote(f'"{editor[:end]}"{editor[end:]}')
            return f"quote a path with blanks: EDITOR={quoted}"
    return ""


class EditedText:
    """A file with a record's text, edited until it is stored.

    It outlives a refusal.
    """

    def __init__(self, cells: Mapping[str, str]) -> None:
        self._shown = _text(cells)
        handle, name = tempfile.mkstemp(prefix=f"{cells['key']}-", suffix=".toml")
        self.path = Path(name)
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(self._shown)

    def open_editor(self, editor: str) -> None:
        """Open an editor and wait for it; InvalidValue when it fails."""
        try:
            called = editor_command(editor, str(self.path), windows=os.name == "nt")
            subprocess.run(called, check=True)  # noqa: S603  (the person's own editor)
        except OSError as error:
            raise InvalidValue(
                f"the editor {editor!r} cannot be started: {error.strerror}; nothing was stored",
                quoting_hint(editor, lambda path: Path(path).is_file()),
            ) from error
        except ValueError as error:
            raise InvalidValue(f"the editor {editor!r} cannot be read as a command: {error}") from error
        except subprocess.CalledProcessError as error:
            raise InvalidValue(f"the editor {editor!r} ended with {error.returncode}; nothing was stored") from error

    def keep_if_edited(self) -> str:
        """Keep an edited text, or delete it; return a sentence on where.

        A text that is unchanged is deleted, and the sentence empty, as it is for one that is gone.
        """
        try:
            unchanged = toml.read_toml_text(self.path) == self._shown
        except (OSError, UnicodeDecodeError):
            unchanged = not self.path.exists()
        if unchanged:
            self.path.unlink(missing_ok=True)
            return ""
        return f"your text is kept in {self.path}"

    def edited_cells(self) -> dict[str, str] | None:
        """Return the edited cells, or None when nothing was edited.

        None also when every field was taken out. InvalidValue when they cannot be read.
        """
        try:
            text = toml.read_toml_text(self.path)
            values = toml.parse_toml(text)
        except OSError as error:
            raise InvalidValue(f"the edited text is gone: {error.strerror}; nothing was stored") from error
        except (UnicodeDecodeError, InvalidValue) as error:
            raise InvalidValue(f"the edited text cannot be read: {error}") from error
        if text == self._shown or not values:
            return None
        if unknown := sorted(values.keys() - set(_EDITABLE)):
            raise InvalidValue(f"the edited text names {', '.join(unknown)}; the fields are {', '.join(_EDITABLE)}")
        return {field: _cell(field, values.get(field, "")) for field in _EDITABLE}


def _text(cells: Mapping[str, str]) -> str:
    document = tomlkit.document()
    document.add(tomlkit.comment(f"{cells['key']}: save and close to store, close unchanged to leave it as it is."))
    for field in _EDITABLE:
        if remark := FIELD_BY_NAME[field].remark:
            document.add(tomlkit.nl())
            document.add(tomlkit.comment(remark))
        document.add(field, _item(field, cells[field]))
    return tomlkit.dumps(document)


def _item(field: str, cell: str) -> tomlkit.items.Item:
    if field not in NOTATIONS:
        return tomlkit.string(cell, multiline="\n" in cell)
    array = tomlkit.array()
    array.extend(split_items(field, cell))
    return array.multiline(len(array) > 1)


def _cell(field: str, value: object) -> str:
    """Return the cell of an edited value.

    A date or year without quotes is as good as one with them.
    """
    if field in NOTATIONS:
        return join_items(field, map(str, value if isinstance(value, list) else [value]))
    return str(value)
