"""Frameworks made from what a person typed."""

import sqlite3
from collections.abc import Mapping
from dataclasses import asdict

from wbagree.domain.dates.typed import read_typed_date
from wbagree.domain.frameworks.framework import Framework, FrameworkKind, validate_framework
from wbagree.domain.text.folding import fold_name
from wbagree.errors import Duplicate, InvalidValue, NotFound
from wbagree.services import typed_words
from wbagree.store.read.frameworks import find_framework

_DATES = ("established", "ended")


def typed_framework(
    connection: sqlite3.Connection, known: dict[str, Framework], before: Framework, given: Mapping[str, str]
) -> Framework:
    """Return the framework with the fields ``given``, the others as ``before``.

    InvalidValue when a field is wrong; name and kind cannot be empty. NotFound for a kind, type or successor that does
    not exist.
    """
    texts: dict[str, object] = {name: text.strip() for name, text in given.items()}
    kind = texts.get("kind")
    if kind and kind not in set(FrameworkKind):
        raise NotFound("kind", str(kind), hint=f"one of {', '.join(FrameworkKind)}")
    texts |= {name: _date(given[name].strip()) for name in _DATES if name in given}
    if empty := [name for name in ("name", "kind") if texts.get(name) == ""]:
        raise InvalidValue(f"{empty[0]} cannot be empty")
    if successor := texts.get("succeeded_by"):
        texts["succeeded_by"] = find_framework(known, str(successor)).key
    if "types" in given:
        book = typed_words.type_book(connection)
        texts["types"] = tuple(dict.fromkeys(map(book.resolve, filter(None, given["types"].split(";")))))
    framework = Framework(**{**asdict(before), **texts})
    validate_framework(framework)
    return framework


def refuse_same_name(known: Mapping[str, Framework], given: Mapping[str, str]) -> None:
    """Raise Duplicate when a framework has one of the names ``given``."""
    names = {fold_name(name) for name in (given.get("name"), given.get("short_name")) if name}
    for key, framework in known.items():
        if names & {fold_name(name) for name in (framework.name, framework.short_name) if name}:
            raise Duplicate(f"{key} is {framework.display_name} already", f"wbagree frameworks edit {key} changes it")


def _date(text: str) -> str:
    return str(read_typed_date(text)) if text else ""
