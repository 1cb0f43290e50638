"""Saved mappings: a TOML file for each kind of list."""

import re
from pathlib import Path
from typing import Any, get_args

import tomlkit

from wbagree import atomic_files, ending, resources
from wbagree.domain.dates.date_parser import DateOrder
from wbagree.domain.foreign_lists.column_mapping import Mapping
from wbagree.errors import InvalidValue, NotFound
from wbagree.formats.data import toml
from wbagree.formats.list_readers.rows import ReaderOptions

_NAME = re.compile(r"[\w-]+")
_READING = ("encoding", "delimiter", "sheet")
_TABLES = ("columns", "constants", "parties", "values")
_KNOWN = (*_READING, "header", "home", "date_order", "keep_unmapped", "fill_down", "group_by", *_TABLES)


def mapping_path(name: str) -> Path:
    """Return the path of the mapping ``name``.

    InvalidValue when it cannot be the name of a mapping.
    """
    if not _NAME.fullmatch(name):
        raise InvalidValue(f"{name!r} cannot be the name of a mapping: letters, digits, '-' and '_' only")
    return resources.mappings_folder() / f"{name}.toml"


def save_mapping(name: str, mapping: Mapping, options: ReaderOptions) -> Path:
    """Save a mapping under ``name``, replacing an earlier one; return its file."""
    path = mapping_path(name)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with atomic_files.temporary_file_next_to(path) as new:
            new.write_text(mapping_as_toml(mapping, options), encoding="utf-8")
            with ending.hold_signals():
                new.replace(path)
                ending.note_stored(f"the mapping is kept as {path}")
    except OSError as error:
        raise InvalidValue(f"{path} cannot be written: {error.strerror}") from error
    return path


def mapping_as_toml(mapping: Mapping, options: ReaderOptions) -> str:
    """Return a mapping as TOML, without what is empty."""
    document = tomlkit.document()
    document.add(tomlkit.comment("How wbagree reads a list of this kind: wbagree import --use-map NAME FILE"))
    single = {name: getattr(options, name) for name in (*_READING, "header")} | {
        "home": mapping.home,
        "date_order": mapping.date_order,
        "keep_unmapped": mapping.keep_unmapped,
        "fill_down": list(mapping.fill_down),
    }
    for name, value in single.items():
        if value:
            document.add(name, value)
    if mapping.group_by is not None:  # empty: each row is an agreement
        document.add("group_by", list(mapping.group_by))
    for name in _TABLES:
        if items := getattr(mapping, name):
            table = tomlkit.table()
            for key, value in items.items():
                table.add(tomlkit.key(key), value)
            document.add(name, table)
    return tomlkit.dumps(document)


def load_mapping(name: str) -> tuple[Mapping, ReaderOptions]:
    """Return the mapping saved under ``name``, and its reader options.

    NotFound names the mappings that exist, InvalidValue what is wrong in the file.
    """
    path = mapping_path(name)
    try:
        values = toml.parse_toml(toml.read_toml_text(path))
    except FileNotFoundError as error:
        kept = sorted(file.stem for file in path.parent.glob("*.toml"))
        hint = f"kept are: {', '.join(kept)}" if kept else "No mapping is saved yet. To save one: --save-map NAME"
        raise NotFound("mapping", name, kept, hint) from error
    except (OSError, UnicodeDecodeError, InvalidValue) as error:
        raise InvalidValue(f"{path} cannot be read: {error}") from error
    return _mapping(values, path)


def _mapping(values: dict[str, Any], path: Path) -> tuple[Mapping, ReaderOptions]:
    wrong = [name for name in values if name not in _KNOWN]
    wrong += [name for name in _TABLES if not _is_table_of_texts(values.get(name, {}))]
    wrong += [name for name in (*_READING, "home") if not isinstance(values.get(name, ""), str)]
    wrong += ["keep_unmapped"] if not isinstance(values.get("keep_unmapped", False), bool) else []
    wrong += [name for name in ("fill_down", "group_by") if not _is_list_of_texts(values.get(name, []))]
    wrong += ["date_order"] if values.get("date_order") not in (None, *get_args(DateOrder)) else []
    if wrong:
        raise InvalidValue(f"{path}: {', '.join(dict.fromkeys(wrong))} cannot be read; it may hold {', '.join(_KNOWN)}")
    header = values.get("header", 0)
    if not isinstance(header, int) or header < 0:
        raise InvalidValue(f"{path}: header is the line of the header, a number")
    mapping = Mapping(
        **{name: values.get(name, {}) for name in _TABLES},
        home=values.get("home", ""),
        date_order=values.get("date_order"),
        keep_unmapped=bool(values.get("keep_unmapped")),
        fill_down=tuple(values.get("fill_down", ())),
        group_by=tuple(values["group_by"]) if "group_by" in values else None,
    )
    return mapping, ReaderOptions(**{name: values.get(name, "") for name in _READING}, header=header)


def _is_list_of_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _is_table_of_texts(table: object) -> bool:
    return isinstance(table, dict) and all(isinstance(value, str) for value in table.values())
