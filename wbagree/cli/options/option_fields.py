"""Options that several commands share, as fields of a dataclass."""

import inspect
from collections.abc import Callable
from dataclasses import fields
from functools import wraps
from typing import Any

import typer
from typer.models import ArgumentInfo


def option(*names: str, help: str, **more: Any) -> Any:  # noqa: A002  (typer's own word)
    """Return a typer option for an ``Annotated`` field."""
    return typer.Option(*names, help=help, **more)


def with_options(command: Callable[..., None], option_class: type[Any]) -> Callable[..., None]:
    """Give ``command`` one option for each field of a dataclass.

    It receives them together, as its argument ``options``.
    """
    shared = [
        inspect.Parameter(
            field.name,
            inspect.Parameter.KEYWORD_ONLY,
            default=field.default,
            annotation=field.type,
        )
        for field in fields(option_class)
    ]

    @wraps(command)
    def with_shared(**values: Any) -> None:
        options = option_class(**{parameter.name: values.pop(parameter.name) for parameter in shared})
        command(options=options, **values)

    own = [
        parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY)
        for name, parameter in inspect.signature(command).parameters.items()
        if name != "options"
    ]
    # Typer reads a command's options from its signature. An argument of its own comes before those that are shared.
    parameters = sorted((*shared, *own), key=lambda one: one not in own or not _is_argument(one))
    with_shared.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]  # a documented hook
    with_shared.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return with_shared


def _is_argument(parameter: inspect.Parameter) -> bool:
    return any(isinstance(one, ArgumentInfo) for one in getattr(parameter.annotation, "__metadata__", ()))


def typed_fields(options: Any) -> dict[str, str]:
    """Return the texts of the options given; lists joined by ``;``."""
    texts = {one.name: getattr(options, one.name) for one in fields(options)}
    return {
        name: ";".join(text) if isinstance(text, list) else text
        for name, text in texts.items()
        if text is not None and text != []
    }
