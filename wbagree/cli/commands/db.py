"""``wbagree db``: the register's file."""

from pathlib import Path
from typing import Annotated

import typer

from wbagree.cli import TYPER_SETTINGS, register
from wbagree.cli.output.streams import is_interactive, is_stderr_terminal, open_output, print_message
from wbagree.domain.agreements.vocabularies import pluralise
from wbagree.errors import DatabaseProblem, NotFound, UsageProblem
from wbagree.formats.common.labelled_lines import write_labelled

app = typer.Typer(
    **TYPER_SETTINGS, no_args_is_help=True, help="The register's file: info, backup, restore, check, upgrade."
)


@app.command(
    help=(
        "Print where the register is. While it is in use its newest changes are in a second file:"
        " wbagree db backup FILE copies all of it, cp may not."
    ),
    short_help="Print where the register is.",
    epilog="\b\nExample:\n  wbagree db path",
)
def path(ctx: typer.Context) -> None:
    print(register.register_path(ctx))


@app.command(help="Say what the register holds.", epilog="\b\nExample:\n  wbagree db info")
def info(ctx: typer.Context) -> None:
    from wbagree.store.file import connection as connection_
    from wbagree.store.read.agreements import counts_by_heading

    place = register.existing_register_path(ctx)
    with register.open_for_reading(ctx) as connection:
        facts = {
            "Register": str(place),
            "Size": f"{place.stat().st_size:,} bytes",
            "Schema": connection_.REVISION,
            **{name: f"{number:,}" for name, number in counts_by_heading(connection).items()},
        }
    with open_output(None) as file:
        write_labelled(((name, [text]) for name, text in facts.items()), file)


@app.command(
    help="Copy the register to FILE, which must not exist yet; others may write meanwhile.",
    short_help="Copy the register to a new file.",
    epilog="\b\nExample:\n  wbagree db backup register-2026-11.db",
)
def backup(ctx: typer.Context, file: Annotated[Path, typer.Argument(metavar="FILE")]) -> None:
    from wbagree.store.file import backups

    place = register.existing_register_path(ctx)
    with register.open_for_reading(ctx):  # a file that is not a register is not worth a copy
        pass
    copy = backups.backup(place, file)
    print_message(f"{place} copied to {copy}")


@app.command(
    help=(
        "Restore the register from FILE. A backup of the current register is made first. Backups are also made before"
        " an upgrade and a large import. The last ten are kept: wbagree db copies."
    ),
    short_help="Restore the register from a copy.",
    epilog="\b\nExample:\n  wbagree db restore register-2026-11.db",
)
def restore(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE")],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
) -> None:
    from wbagree.store.file import connection
    from wbagree.store.file import restore as restoring

    place = register.register_path(ctx)
    if not register.has_register(file):
        raise NotFound("file", str(file))
    connection.check_file(file)  # before the question, because there would be nothing to confirm
    if register.has_register(place) and file.exists() and file.samefile(place):
        raise UsageProblem(f"{file} is the register itself; name a copy of it")
    if not yes:
        if not is_interactive():
            raise UsageProblem("Restoring needs your confirmation.", "Add --yes to confirm.")
        typer.confirm(f"Replace {place} with {file}?", abort=True, err=True)
    register.warn_about_shared_drive(place)
    kept = restoring.restore(place, file)
    print_message(f"Restored from {file}: {place}" + (f". The previous register was saved as {kept}" if kept else ""))


@app.command(
    help="List the automatic copies, the oldest first.",
    epilog="\b\nExample:\n  wbagree db copies",
)
def copies(ctx: typer.Context) -> None:
    from wbagree.store.file import backups

    found = backups.auto_backups(register.register_path(ctx)) if register.register_path(ctx).parent.is_dir() else []
    for copy in found:
        print(copy)
    if not found:
        print_message("No automatic copies yet. To make a copy: wbagree db backup FILE")


@app.command(
    help="Check the file, its schema, its references, its search index, and every agreement against the rules.",
    short_help="Check file, schema, references, index and agreements.",
    epilog="\b\nExample:\n  wbagree db check",
)
def check(ctx: typer.Context) -> None:
    from wbagree.store.upkeep.integrity import integrity_problems

    place = register.existing_register_path(ctx)
    found = integrity_problems(place, discreet=not is_stderr_terminal())
    for problem in found:
        print_message(problem)
    if found:
        raise DatabaseProblem(
            f"{place}: {pluralise(len(found), 'problem')}", "wbagree db backup FILE keeps what can still be read"
        )
    print_message(f"{place} is sound")


@app.command(
    help="Bring a register written by an older wbagree up to date; a copy of it is kept beside it.",
    short_help="Bring an older register up to date.",
    epilog="\b\nExample:\n  wbagree db upgrade",
)
def upgrade(ctx: typer.Context) -> None:
    from wbagree.store.upkeep import schema

    place = register.existing_register_path(ctx)
    register.warn_about_shared_drive(place)
    before, after, copy = schema.upgrade(place)
    if copy is None:
        print_message(f"{place} is up to date (schema {after})")
    else:
        print_message(f"{place} upgraded from schema {before} to {after}; what it was is kept as {copy}")
