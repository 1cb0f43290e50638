"""The command line: the list of commands, and the printing of failures.

Only the module of the requested command is imported, so that an answer comes soon.
"""

import importlib
import os
import sys
from collections.abc import Iterator, MutableMapping
from typing import Any, NoReturn

import typer
from typer._click.exceptions import UsageError

from wbagree import ending
from wbagree.cli.command_line import split_off_db_option
from wbagree.cli.parser import NEARLY, CommandTree, usage_problem, with_strict_commands, with_strict_values
from wbagree.errors import EXIT_BY_SIGNAL, InvalidDate, InvalidValue, SpoiltCell, UsageProblem, WbagreeError

# Heading of ``--help`` -> name -> (module, one line of help), in the order of ``--help``.
GROUPS = {
    "Look": {
        "list": ("wbagree.cli.commands.list_", "List agreements by pair, party, type, form, status, date."),
        "show": ("wbagree.cli.commands.show", "Show one agreement in full."),
        "search": ("wbagree.cli.commands.search", "Search all texts, in any script."),
        "browse": ("wbagree.cli.commands.browse", "Browse agreements on a full screen; filter as you type."),
        "save": ("wbagree.cli.commands.save", "Save a question under a name."),
        "saved": ("wbagree.cli.commands.saved", "Answer a saved question, or list them."),
    },
    "Report": {
        "summary": ("wbagree.cli.commands.summary", "Count agreements by pair, type, year, status …"),
        "matrix": ("wbagree.cli.commands.matrix", "Show what each pair has and what it lacks, by type."),
        "gaps": ("wbagree.cli.commands.gaps", "List what was not found for a pair, by type."),
        "compare": ("wbagree.cli.commands.compare", "Compare two pairs, or one pair in two years."),
        "timeline": ("wbagree.cli.commands.timeline", "Show agreements by year, or the life of one."),
        "brief": ("wbagree.cli.commands.brief", "Write a briefing note on two countries."),
        "report": ("wbagree.cli.commands.report", "Write one page for any browser, to search and to print."),
        "plot": ("wbagree.cli.commands.plot", "Draw a picture for slides: matrix, timeline or network."),
        "export": ("wbagree.cli.commands.export", "Write agreements to CSV, JSON, Markdown, Excel, Word."),
        "cite": ("wbagree.cli.commands.cite", "Print a reference: footnote text, CSL-JSON, BibTeX, RIS."),
        "sql": ("wbagree.cli.commands.sql", "Answer a query in SQL over documented views."),
    },
    "Change": {
        "add": ("wbagree.cli.commands.add", "Add an agreement."),
        "edit": ("wbagree.cli.commands.edit", "Change an agreement, field by field or in an editor."),
        "relate": ("wbagree.cli.commands.relate", "Link two agreements (amends, implements, replaces …)."),
        "assess": ("wbagree.cli.commands.assess", "Record how an agreement is applied."),
        "act": ("wbagree.cli.commands.act", "Record what a party did: signature, ratification …"),
        "delete": ("wbagree.cli.commands.delete", "Delete an agreement; its key is never given again."),
        "undo": ("wbagree.cli.commands.undo", "Undo your last change, or a chosen one."),
        "redo": ("wbagree.cli.commands.redo", "Redo what you undid last."),
    },
    "Other lists": {
        "import": ("wbagree.cli.commands.import_", "Import agreements from a spreadsheet, CSV or JSON file."),
        "imports": ("wbagree.cli.commands.imports", "List past imports."),
    },
    "Reference": {
        "types": ("wbagree.cli.commands.types", "List types of agreements; add one of your own."),
        "parties": ("wbagree.cli.commands.parties", "List or add countries and organisations."),
        "frameworks": ("wbagree.cli.commands.frameworks", "Show multilateral organisations and conventions."),
        "acts": ("wbagree.cli.commands.acts", "List kinds of acts; add one of your own."),
        "contacts": ("wbagree.cli.commands.contacts", "Manage contact points."),
        "tallies": ("wbagree.cli.commands.tallies", "Record published statistics."),
    },
    "Upkeep": {
        "due": ("wbagree.cli.commands.due", "Show upcoming expiries, notice deadlines and renewals."),
        "check": ("wbagree.cli.commands.check", "Report data-quality problems."),
        "history": ("wbagree.cli.commands.history", "Show who changed what, when, with which command."),
        "db": ("wbagree.cli.commands.db", "Manage the file: info, backup, restore, check, upgrade."),
        "seed": ("wbagree.cli.commands.seed", "Load the bundled agreements."),
    },
}
COMMANDS = {name: command for commands in GROUPS.values() for name, command in commands.items()}
# Words that people type as commands, with the command to type: KEY is the key among their words, WORDS all of them.
_MEANT = {
    **dict.fromkeys(("duplicates", "merge"), "wbagree check duplicate"),
    "open": "wbagree show KEY",
    **dict.fromkeys(("note", "tag"), "wbagree edit KEY --append --notes TEXT"),
    **dict.fromkeys(("update", "change", "correct", "modify"), "wbagree edit KEY"),
    "remove": "wbagree delete KEY",
    "restore": "wbagree undo",
    "print": "wbagree export WORDS agreements.docx",
    "backup": "wbagree db backup FILE",
    **dict.fromkeys(("chart", "graph", "picture"), "wbagree plot timeline WORDS picture.svg"),
    "map": "wbagree plot network WORDS picture.svg",
    **dict.fromkeys(("changes", "changed", "log"), "wbagree history"),
    "conventions": "wbagree frameworks WORDS",
    "glossary": "wbagree types",
}
# First words of what people type, and the words of the command that answers.
_ALIASES = {
    **dict.fromkeys((("expiring",), ("expiring", "soon"), ("expires",), ("deadlines",), ("upcoming",)), ("due",)),
    **dict.fromkeys((("stats",), ("statistics",), ("count",), ("overview",), ("how", "many")), ("summary",)),
    ("missing",): ("gaps",),
    ("deleted",): ("list", "--deleted"),
    ("latest",): ("list", "--sort", "-signed"),
    ("what", "is"): ("types",),
}
# What these words begin with as names: missing persons.
_NAMES = (["missing", "persons"], ["missing", "person"])

# Plain help: rich's costs more time than most answers take.
TYPER_SETTINGS: dict[str, Any] = {
    "add_completion": False,
    "rich_markup_mode": None,
    "pretty_exceptions_enable": False,
    "context_settings": {"help_option_names": ["-h", "--help"]},
}


def _without_alias(args: list[str]) -> list[str]:
    """Return a command line with the command for its first words."""
    lowered = [arg.lower() for arg in args[:2]]
    for length in (2, 1):
        if (command := _ALIASES.get(tuple(lowered[:length]))) and lowered not in _NAMES:
            return [*command, *args[length:]]
    return args


def _print_help(ctx: Any) -> NoReturn:
    print(ctx.get_help())
    raise typer.Exit


def _no_command(name: str, words: list[str], key: str) -> UsageProblem:
    """Return the refusal of a command, with the one to type."""
    from shlex import join

    call = " ".join(_MEANT[name].replace("WORDS", join(words)).replace("KEY", key).split())
    return UsageProblem(
        f"There is no command {name!r}.",
        f"Type: {call}. To search for the words: wbagree search {join([name, *words])}",
    )


def _is_nearly_a_command(word: str) -> bool:
    """Return whether a word is probably a slip for a command."""
    from difflib import get_close_matches  # here: most words are commands

    return bool(get_close_matches(word, COMMANDS, 1, NEARLY))


class _LazyCommands(MutableMapping[str, Any]):
    """The commands by name, each imported when it is first used."""

    def __init__(self) -> None:
        self._made: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._made:
            module = importlib.import_module(COMMANDS[name][0])
            self._made[name] = with_strict_values(typer.main.get_command(with_strict_commands(module.app)))
            self._made[name].name = name
        return self._made[name]

    def __setitem__(self, name: str, command: Any) -> None:
        self._made[name] = command

    def __delitem__(self, name: str) -> None:
        del self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)


class LazyCommandTree(CommandTree):
    """The group of all commands, which loads them late.

    It takes ``--db`` anywhere, and turns our failures into one sentence.
    """

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = _LazyCommands()

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse a command line with ``--db FILE`` anywhere in it."""
        db, rest = split_off_db_option(args)
        # ``wbagree -t extradition AL-XK`` is a question as well.
        own = {name for option in self.get_params(ctx) for name in (*option.opts, *option.secondary_opts)}
        if rest[:1] and rest[0].startswith("-") and rest[0].partition("=")[0] not in own:
            rest = ["list", *rest]
        return super().parse_args(ctx, [*db, *rest])

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find a command; other words are a question, which ``list`` answers.

        A key alone is shown. A word that is nearly a command is left to the suggestion of one.
        """
        words = [arg for arg in args[1:] if not arg.startswith("-")]
        if args[0] == "show" and len(words) > 1 and words == args[1:]:
            from shlex import join

            raise UsageProblem("show takes one key", f"for all that match: wbagree list {join(words)}")
        if args[0] == "help":
            args = [*words, "-h"] if words else _print_help(ctx)
        args = _without_alias(args)
        if args[0] in COMMANDS or (_is_nearly_a_command(args[0]) and args[0] not in _MEANT):
            try:
                return super().resolve_command(ctx, args)
            except UsageError as error:
                raise usage_problem(error, ctx) from None
        from wbagree.services.name_reader import is_key  # here: most words are commands

        if args[0] in _MEANT:
            raise _no_command(args[0], words, next(filter(is_key, words), "KEY"))
        name = "show" if is_key(args[0]) and all(arg.startswith("-") for arg in args[1:]) else "list"
        return name, self.get_command(ctx, name), args

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002  (its caller passes both)
        """Write the list of commands without importing them."""
        width = max(map(len, COMMANDS))
        for heading, commands in GROUPS.items():
            with formatter.section(heading):
                formatter.write_dl([(name.ljust(width), line) for name, (_, line) in commands.items()])

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        """Complete the names of commands without importing them."""
        from typer._click.shell_completion import CompletionItem

        own = [CompletionItem(name, help=line) for name, (_, line) in COMMANDS.items() if name.startswith(incomplete)]
        return own or [item for item in super().shell_complete(ctx, incomplete) if item.value.startswith("-")]

    def _main_shell_completion(self, ctx_args: Any, prog_name: str, complete_var: str | None = None) -> None:
        """Answer a shell's request for candidates, with harmless ones."""
        if f"_{prog_name.upper()}_COMPLETE" in os.environ:
            from wbagree.cli.options import shell_candidates

            shell_candidates.register_shells()
        super()._main_shell_completion(ctx_args, prog_name, complete_var)

    def invoke(self, ctx: Any) -> Any:
        """Run the command; print a user's failure, and leave with its code."""
        try:
            return super().invoke(ctx)
        except (WbagreeError, OSError, *_UNEXPECTED) as failure:
            if isinstance(failure, OSError) and ending.is_closed_stdout(failure):
                raise typer.Exit from failure
            from wbagree.cli.output.streams import is_stderr_terminal, print_message

            ending.note_failure_printed()
            error = _explained(failure, ctx)
            print_message(f"wbagree: {error.sentence if is_stderr_terminal() else error.log_sentence}")
            if error.hint:
                print_message(f"  {error.hint}")
            raise typer.Exit(error.exit_code) from failure
        except (typer.Abort, KeyboardInterrupt) as stopped:  # its message is known at the very end
            raise typer.Exit(EXIT_BY_SIGNAL) from stopped


# Raised by our own code at a cell that it never wrote, or by a bug.
_UNEXPECTED = (TypeError, ValueError, LookupError, AttributeError, ArithmeticError, RecursionError, AssertionError)


def _explained(failure: Exception, ctx: Any) -> WbagreeError:
    """Return the failure to print.

    That is a spoilt cell of the register, if one caused it, or the failure itself. A bug of ours is raised.
    """
    if isinstance(failure, OSError):
        return InvalidValue(ending.failure_in_words(failure))
    typed = isinstance(failure, InvalidDate) and any(failure.text in argument for argument in sys.argv[1:])
    if not isinstance(failure, WbagreeError) or (isinstance(failure, InvalidDate | SpoiltCell) and not typed):
        from wbagree.resources import register_path
        from wbagree.store.upkeep.invalid_cells import cause_of

        if found := cause_of(failure, register_path(ctx.obj)):
            return found
    if not isinstance(failure, WbagreeError):
        raise failure
    return failure


app = typer.Typer(
    cls=LazyCommandTree,
    no_args_is_help=True,
    help=(
        "wbagree: a register of bilateral security and justice agreements of the Western Balkans.\n\n"
        "\b\n"
        "  wbagree seed                      load the bundled agreements\n"
        "  wbagree AL XK                     what Albania and Kosovo have between them\n"
        "  wbagree AL-XK extradition 2010-2020\n"
        "  wbagree show AL-XK-2012-1         one agreement in full\n"
        "  wbagree search ekstradicija       in any script, with or without diacritics\n"
        "  wbagree summary --among wb6       how many each pair has\n"
        "  wbagree export --pair AL-XK brief.md"
    ),
    **(TYPER_SETTINGS | {"add_completion": True}),
)


def _version(requested: bool) -> None:
    if requested:
        from wbagree import __version__

        typer.echo(f"wbagree {__version__}")
        raise typer.Exit


@app.callback()
def _register(
    ctx: typer.Context,
    db: str = typer.Option(
        None,
        "--db",
        metavar="FILE",
        help="The register's file; without it WBAGREE_DB, else the platform's data folder.",
    ),
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version."),  # noqa: ARG001  (its callback answers)
) -> None:
    if db == "":
        raise UsageProblem("--db is empty; name the register's file")
    ctx.obj = db
