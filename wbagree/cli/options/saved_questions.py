"""Questions that are kept under a name: which commands can be, and how they run."""

from collections.abc import Iterator, Sequence
from typing import Any

import typer

from wbagree.cli.file_formats import is_file_word
from wbagree.cli.output.streams import stop_at_answer
from wbagree.cli.parser import is_typed
from wbagree.errors import UsageProblem

# The commands that answer questions, and of groups of commands those that do.
QUESTIONS = (
    *("list", "show", "search", "summary", "matrix", "gaps", "compare", "timeline", "brief", "report", "plot"),
    *("export", "cite", "sql", "types", "parties", "frameworks", "acts", "contacts", "tallies"),
    *("due", "check", "history", "imports"),
)
_SUBCOMMANDS = ("list", "show", "common", "due")
# Parameters of questions that change the register.
_CHANGES = ("accept", "withdraw", "note")
# What a person types each time: a question may come from another's register.
_TYPED_EACH_TIME = ("with_restricted", "with_contacts")


# What is written to a file, with an ending of one.
_ENDINGS = {"report": ".html", "plot": ".svg", "export": ".xlsx"}


def question_words(ctx: typer.Context, name: str, words: Sequence[str]) -> tuple[str, ...]:
    """Return the words of a question with its command first.

    UsageProblem when it is no question, or has what must be typed each time.
    """
    if not words:
        raise UsageProblem("there is no question.")
    whole = _with_command(ctx, words)
    for context in _contexts(ctx, whole):
        _refuse_change(context)
        _refuse_typed_each_time(context, name)
    return whole


def command_to_answer(name: str, words: Sequence[str]) -> str:
    """Return the command that answers a saved question.

    It has an example of a file where there must be one.
    """
    return f"wbagree saved {name}{f' {name}{_ENDINGS[words[0]]}' if words[0] in _ENDINGS else ''}"


def try_question(ctx: typer.Context, words: Sequence[str]) -> None:
    """Run a question up to its answer, which is not written.

    So whatever would be refused is refused.
    """
    file = (f"answer{_ENDINGS[words[0]]}",) if words[0] in _ENDINGS else ()
    with stop_at_answer():
        _run(ctx, with_more_words(words, file))


def run_question(ctx: typer.Context, words: Sequence[str], more: Sequence[str]) -> None:
    """Run a question with more words; UsageProblem when they change the register."""
    whole = with_more_words(words, more)
    for context in _contexts(ctx, whole):
        _refuse_change(context)
    _run(ctx, whole)


def with_more_words(words: Sequence[str], more: Sequence[str]) -> tuple[str, ...]:
    """Return a question with more words and options.

    They come before a ``--``, after which there are no options.
    """
    end = words.index("--") if "--" in words else len(words)
    return (*words[:end], *more, *words[end:])


def _with_command(ctx: typer.Context, words: Sequence[str]) -> tuple[str, ...]:
    """Return the words of a question; those without a command are listed."""
    if words[0].startswith("-"):
        return ("list", *words)
    root: Any = ctx.find_root()
    name, _, rest = root.command.resolve_command(root, list(words))
    return (name, *rest)


def _contexts(ctx: typer.Context, words: Sequence[str]) -> Iterator[Any]:
    """Yield the parsed command, after the group that it is in.

    UsageProblem for a command that answers no question.
    """
    name = words[0]
    if name not in QUESTIONS:
        raise _no_question(name)
    context = _parsed(ctx, words)
    yield context
    if rest := [*context._protected_args, *context.args]:  # noqa: SLF001  (a group keeps there what it has not parsed)
        below, command, rest = context.command.resolve_command(context, rest)
        if below not in _SUBCOMMANDS:
            raise _no_question(f"{name} {below}")
        yield command.make_context(below, rest, parent=context)


def _run(ctx: typer.Context, words: Sequence[str]) -> None:
    with _parsed(ctx, words) as context:
        context.command.invoke(context)


def _parsed(ctx: typer.Context, words: Sequence[str]) -> Any:
    root: Any = ctx.find_root()
    return root.command.get_command(root, words[0]).make_context(words[0], list(words[1:]), parent=root)


def _no_question(name: str) -> UsageProblem:
    return UsageProblem(f"'{name}' answers no question.", f"Save one of these: {', '.join(QUESTIONS)}.")


def _refuse_change(context: Any) -> None:
    for name in _CHANGES:
        if is_typed(context, name):
            option = _option(context, name)
            raise UsageProblem(
                f"{option} changes the register, and a saved question only answers.",
                f"To do it once: {context.command_path} {option} ...",
            )


def _refuse_typed_each_time(context: Any, name: str) -> None:
    """Refuse a file to write to, stdin, and options on restricted data."""
    texts = [*(context.params.get("words") or ()), str(context.params.get("output") or "")]
    file = next(filter(is_file_word, texts), texts[-1])
    stdin = next((text for text in context.params.values() if text == "-"), "")
    option = next((_option(context, one) for one in _TYPED_EACH_TIME if is_typed(context, one)), "")
    if typed := file or stdin or option:
        raise UsageProblem(
            f"{typed!r} is not saved: you type it each time.",
            f"Leave it out here, and type: wbagree saved {name} {typed}",
        )


def _option(context: Any, name: str) -> str:
    """Return the longest spelling of a parameter."""
    return next(str(max(one.opts, key=len)) for one in context.command.params if one.name == name)
