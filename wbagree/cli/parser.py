"""Parsing of the command line: nothing typed is silently dropped."""

import re
from collections import Counter
from typing import Any

import typer

# Typer carries a copy of Click, and re-exports neither its exceptions nor its types of parameters.
from typer._click.exceptions import NoArgsIsHelpError, NoSuchOption, UsageError
from typer._click.types import STRING, IntRange, StringParamType
from typer.core import TyperCommand, TyperGroup

from wbagree.cli.command_line import decoded_word, readable_word
from wbagree.errors import UsageProblem


class _Once:
    """Refuses an option that is repeated and takes one value.

    An option by its former name is that option; of an unknown one, the right call is named.
    """

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        names = {
            name
            for one in self.get_params(ctx)  # type: ignore[attr-defined]  # a command is mixed in
            for name in (*one.opts, *one.secondary_opts)
        }
        args = _in_names_of_today(args, names, is_group=isinstance(self, TyperGroup))
        try:
            if not ctx.resilient_parsing and sum(arg.startswith("-") for arg in args) > 1:
                self._refuse_repeated(ctx, args)
            return super().parse_args(ctx, list(args))  # type: ignore[misc,no-any-return]  # likewise
        except NoSuchOption as error:
            from wbagree.cli.option_names import unknown_option  # here: nearly every option is known

            raise unknown_option(error.option_name, ctx.command_path, args, names) from None
        except NoArgsIsHelpError:
            raise
        except UsageError as error:
            raise usage_problem(error, ctx, str(self.epilog or "")) from None  # type: ignore[attr-defined]  # likewise

    def _refuse_repeated(self, ctx: Any, args: list[str]) -> None:
        _, _, order = self.make_parser(ctx).parse_args(args=list(args))  # type: ignore[attr-defined]  # likewise
        for option, times in Counter(order).items():
            if times > 1 and _has_one_value(option):
                name = _name(option)
                together = f", with commas: {name} {option.metavar}" if option.metavar == "A,B,C" else ""
                raise UsageProblem(f"{name} is given twice; give it once{together}")


def _in_names_of_today(args: list[str], names: set[str], *, is_group: bool) -> list[str]:
    """Return a command line in today's names of options.

    A bare file is ``--output``, unless the command is a question, which reads the file among its words. Of a group,
    options may be those of its command.
    """
    may_be_former = not is_group and any(arg.startswith("--") and arg.partition("=")[0] not in names for arg in args)
    may_name_file = "--output" in names and "words" not in names and any("." in arg for arg in args)
    if not (may_be_former or may_name_file):
        return args
    from wbagree.cli import option_names  # here: nearly every option is known

    args = option_names.with_names_of_today(args, names)
    return option_names.with_named_file(args) if may_name_file else args


# The beginning of Click's sentence.
_TOO_MANY = "Got unexpected extra argument(s) ("


def usage_problem(error: UsageError, ctx: Any, examples: str = "") -> UsageProblem:
    """Return wrong usage in our words, with an example."""
    example = next((line.strip() for line in examples.splitlines() if line.strip().startswith("wbagree ")), "")
    sentence = error.format_message()
    if sentence.startswith(_TOO_MANY):
        sentence = f"Too many words: {sentence.removeprefix(_TOO_MANY).removesuffix(')')}."
    return UsageProblem(sentence, f"For example: {example}" if example else f"For help: {ctx.command_path} -h")


def _has_one_value(option: Any) -> bool:
    """Return whether a second value would replace the first.

    A plain switch that is on stays on.
    """
    if option.param_type_name == "argument" or option.multiple or option.count:
        return False
    return not option.is_flag or bool(option.secondary_opts)


def _name(option: Any) -> str:
    return "/".join((max(option.opts, key=len), *option.secondary_opts))


def is_typed(ctx: Any, parameter: str) -> bool:
    """Return whether a parameter was typed, not taken from a default."""
    source = ctx.get_parameter_source(parameter)
    return source is not None and source.name == "COMMANDLINE"


class StrictCommand(_Once, TyperCommand):
    """A command whose options add up or are refused."""


class StrictGroup(_Once, TyperGroup):
    """A group of commands; its own options apply without a command.

    Words that are no command are read by the one in ``_OF_WORDS``: ``parties North Macedonia``, ``frameworks AL XK``.
    """

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find a command; UsageProblem when options before it would be dropped."""
        for option in self.params:
            if is_typed(ctx, str(option.name)):
                name = _name(option)
                raise UsageProblem(
                    f"{name} before {args[0]!r} has no effect",
                    f"write it behind: {ctx.command_path} {args[0]} {name} ...; or leave it out",
                )
        name = "" if args[0] in self.commands else self._command_of_words(args)
        if name == "list":  # contacts Kosovo
            args = ["--party", " ".join(_bare(args)), *(arg for arg in args if arg.startswith("-"))]
        if name:
            return name, self.get_command(ctx, name), args
        try:
            return super().resolve_command(ctx, args)
        except UsageError as error:
            raise usage_problem(error, ctx) from None

    def _command_of_words(self, words: list[str]) -> str:
        from difflib import get_close_matches  # here: most words are commands

        if get_close_matches(words[0], self.commands, 1, NEARLY):
            return ""
        named = " ".join(_bare(words))
        of_pair, of_others = _OF_WORDS.get(str(self.name), ("", ""))
        return of_pair if re.match(_PAIR, named) else of_others


def _bare(words: list[str]) -> list[str]:
    return [word for word in words if not word.startswith("-")]


# How similar to a command a word is that is probably a slip for it; ``police`` is none for ``plot``.
NEARLY = 0.75
# Of a group of commands: the one that reads a pair, and the one that reads other words.
_OF_WORDS = {
    **dict.fromkeys(("parties", "types"), ("show", "show")),
    "frameworks": ("common", "show"),
    "contacts": ("list", "list"),
}
_PAIR = r"\A(?:[A-Z]{2,8}[- ][A-Z]{2}|[a-z]{2}-[a-z]{2}\Z)"


class CommandTree(_Once, TyperGroup):
    """The group of all commands; a register named twice is refused."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse a command line; print a UsageProblem as other wrong usage.

        No command runs yet that would print it.
        """
        try:
            return super().parse_args(ctx, args)
        except UsageProblem as problem:
            ctx.fail(problem.sentence)
            raise  # never reached: failing leaves


def with_strict_commands(app: typer.Typer) -> typer.Typer:
    """Return ``app`` with our kinds of commands and groups."""
    app.info.cls = StrictGroup
    for command in app.registered_commands:
        if command.cls is TyperCommand:
            command.cls = StrictCommand
    return app


class _Text(StringParamType):
    """Text on the command line, read as UTF-8 in every locale.

    Other bytes are refused, but for names of files, which stay as they are.
    """

    def convert(self, value: Any, param: Any, ctx: Any) -> str:
        """Return the text; UsageProblem when its bytes are no text."""
        text = decoded_word(str(super().convert(value, param, ctx)))
        if not text.isascii() and readable_word(text) != text:
            from wbagree.cli.file_formats import is_file_word  # here: nearly every word is a text

            if param is not None and param.name == "words" and is_file_word(str(value)):
                return str(value)
            raise UsageProblem(f"argument {readable_word(text)!r} is not valid UTF-8")
        return text


class _Number(IntRange):
    """A whole number on the command line.

    An error names the allowed numbers in words.
    """

    def convert(self, value: Any, param: Any, ctx: Any) -> int:
        """Return the number; a usage error names the allowed numbers."""
        try:
            number = int(value)
        except ValueError:
            self.fail(f"{value!r} is not a whole number.", param, ctx)
        if self.min is not None and number < self.min:
            self.fail(f"{number} is too small: {self.min} is the least.", param, ctx)
        if self.max is not None and number > self.max:
            self.fail(f"{number} is too large: {self.max} is the most.", param, ctx)
        return number

    def _describe_range(self) -> str:
        return ""  # the help of an option states its range where that matters


def with_strict_values(command: Any) -> Any:
    """Let a command and its subcommands read texts and numbers strictly."""
    for param in command.params:
        if param.type is STRING:
            param.type = _Text()
        elif isinstance(param.type, IntRange):
            param.type = _Number(param.type.min, param.type.max)
    for below in getattr(command, "commands", {}).values():
        with_strict_values(below)
    return command


def refuse_empty_options(**texts: str | None) -> None:
    """Raise UsageProblem for an empty option.

    It is a slip of a script, and must not match everything.
    """
    for name, text in texts.items():
        if text is not None and not text.strip():
            raise UsageProblem(f"--{name.replace('_', '-')} is empty; leave it out or give it a value")
