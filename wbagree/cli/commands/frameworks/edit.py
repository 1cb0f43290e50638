"""``wbagree frameworks add``, ``edit`` and ``member``: frameworks of one's own, and who belongs to them."""

import re
import sqlite3
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields
from typing import Annotated

import typer

from wbagree.cli import register
from wbagree.cli.commands.frameworks.show import app
from wbagree.cli.options import completion
from wbagree.cli.options.shared import option, with_options
from wbagree.cli.output.streams import print_message
from wbagree.cli.register import Use
from wbagree.domain.dates.date_parser import read_date
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.frameworks.framework import (
    FRAMEWORK,
    MEMBERSHIP,
    Framework,
    FrameworkKind,
    Membership,
    MembershipStatus,
    validate_framework,
    write_framework,
)
from wbagree.domain.text.folding import fold_name
from wbagree.errors import Duplicate, InvalidValue, NotFound, UsageProblem
from wbagree.services import typed_words
from wbagree.services.entity_changes import apply_entity_change

__all__ = ["app"]

_KEY = re.compile(r"(?=.{1,100}$)[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of a framework; None where an option was not given."""

    name: Annotated[str | None, option("--name", metavar="TEXT", help="Its full name.")] = None
    short_name: Annotated[str | None, option("--short-name", metavar="TEXT", help="As people call it: SELEC.")] = None
    kind: Annotated[str | None, option("--kind", metavar="KIND", help=f"One of {', '.join(FrameworkKind)}.")] = None
    types: Annotated[list[str] | None, option("--type", "-t", metavar="TYPE", autocompletion=completion.types,
        help="What it is about; repeat for more.")] = None  # fmt: skip
    established: Annotated[str | None, option("--established", metavar="DATE", help="Since when it is there.")] = None
    ended: Annotated[str | None, option("--ended", metavar="DATE", help="Until when.")] = None
    succeeded_by: Annotated[str | None, option("--succeeded-by", metavar="FRAMEWORK", help="What it became.")] = None
    seat: Annotated[str | None, option("--seat", metavar="TEXT", help="Where it sits.")] = None
    website: Annotated[str | None, option("--website", metavar="URL", help="Its address.")] = None
    sources: Annotated[str | None, option("--sources", metavar="TEXT", help="Where this stands.")] = None
    notes: Annotated[str | None, option("--notes", metavar="TEXT", help="What a careful reader must know.")] = None

    def given(self) -> dict[str, str]:
        """Return the texts that were given, dates as our notation writes them; types aside."""
        names = [one.name for one in fields(self) if one.name != "types"]
        texts = {name: text.strip() for name in names if (text := getattr(self, name)) is not None}
        if texts.get("kind") and texts["kind"] not in set(FrameworkKind):
            raise NotFound("kind", texts["kind"], hint=f"one of {', '.join(FrameworkKind)}")
        return {name: _date(text) if name in ("established", "ended") else text for name, text in texts.items()}


def _says(command: Callable[..., None]) -> Callable[..., None]:
    return with_options(command, "said", Said)


def _date(text: str) -> str:
    return str(read_date(text)) if text else ""


@app.command(
    "add",
    help="Add a framework of your own.",
    epilog="\b\nExample:\n  wbagree frameworks add our-network --name 'Our network' --kind network --type mla",
)
@_says
def add(
    ctx: typer.Context,
    said: Said,
    key: Annotated[str, typer.Argument(metavar="KEY", help="Small letters with hyphens.")],
) -> None:
    from wbagree.store.read.frameworks import frameworks as known_frameworks
    from wbagree.store.write.agreements import raw_connection

    if not _KEY.fullmatch(key):
        raise InvalidValue(f"{key!r} cannot be a framework's key: small letters, digits and hyphens, as in pcc-see")
    if not said.name or not said.kind:
        raise UsageProblem("a framework needs --name and --kind")
    with register.writing(ctx) as session:
        known = known_frameworks(raw_connection(session))
        if key in known:
            raise Duplicate(f"{key} is {known[key].called} already", f"wbagree frameworks edit {key} changes it")
        _refuse_same_name(known, said)
        new = _changed(raw_connection(session), known, Framework(key, "", ""), said)
        apply_entity_change(session, FRAMEWORK, {key: (None, write_framework(new))})
    print_message(f"added the framework {key} ({said.name})")


def _refuse_same_name(known: dict[str, Framework], said: Said) -> None:
    names = {fold_name(name) for name in (said.name, said.short_name) if name}
    for key, framework in known.items():
        if names & {fold_name(name) for name in (framework.name, framework.short_name) if name}:
            raise Duplicate(f"{key} is {framework.called} already", f"wbagree frameworks edit {key} changes it")


@app.command(
    "edit",
    help="Change what is said of a framework; an empty value clears it.",
    epilog="\b\nExample:\n  wbagree frameworks edit seepag --website https://example.org",
)
@_says
def edit(ctx: typer.Context, said: Said, framework: Annotated[str, typer.Argument(metavar="FRAMEWORK")]) -> None:
    from wbagree.store.read.frameworks import find
    from wbagree.store.read.frameworks import frameworks as known_frameworks
    from wbagree.store.write.agreements import raw_connection

    if said == Said():
        raise UsageProblem("nothing to change; name a field: wbagree frameworks edit --help")
    with register.writing(ctx, Use.EXISTING) as session:
        known = known_frameworks(raw_connection(session))
        before = find(known, framework)
        after = _changed(raw_connection(session), known, before, said)
        apply_entity_change(session, FRAMEWORK, {after.key: (write_framework(before), write_framework(after))})
    print_message(f"{after.key}: {'nothing changed' if after == before else 'changed'}")


def _changed(connection: sqlite3.Connection, known: dict[str, Framework], before: Framework, said: Said) -> Framework:
    """The framework with what was said of it; a name and a kind cannot be cleared."""
    from wbagree.store.read.frameworks import find

    texts = said.given()
    if empty := [name for name in ("name", "kind") if texts.get(name) == ""]:
        raise InvalidValue(f"{empty[0]} cannot be empty")
    if texts.get("succeeded_by"):
        texts["succeeded_by"] = find(known, texts["succeeded_by"]).key
    book = typed_words.type_book(connection)
    types = before.types if said.types is None else tuple(dict.fromkeys(map(book.resolve, filter(None, said.types))))
    changed = Framework(**{**asdict(before), **texts, "types": types})
    validate_framework(changed)
    return changed


@app.command(
    "member",
    help="State how a party stands to a framework, from when to when; --remove takes it back.",
    short_help="State how a party stands to a framework.",
    epilog=(
        "\b\nExamples:\n"
        "  wbagree frameworks member marri XK --joined 2014-06\n"
        "  wbagree frameworks member interpol XK --standing excluded --note 'bid of 2018 rejected'"
    ),
)
def member(
    ctx: typer.Context,
    framework: Annotated[str, typer.Argument(metavar="FRAMEWORK")],
    party: Annotated[str, typer.Argument(metavar="PARTY", autocompletion=completion.parties)],
    joined: Annotated[str, typer.Option("--joined", metavar="DATE", help="Since when.")] = "",
    left: Annotated[str, typer.Option("--left", metavar="DATE", help="Until when.")] = "",
    standing: Annotated[
        MembershipStatus | None,
        typer.Option(
            "--standing", metavar="STANDING", help=f"{', '.join(MembershipStatus)}; else member.", case_sensitive=False
        ),
    ] = None,
    note: Annotated[str, typer.Option("--note", metavar="TEXT", help="What a careful reader must know.")] = "",
    source: Annotated[str, typer.Option("--source", metavar="URL", help="Where this stands.")] = "",
    remove: Annotated[bool, typer.Option("--remove", help="Take back what is said of the party.")] = False,
) -> None:
    from wbagree.store.read import entity_cells
    from wbagree.store.read import frameworks as store
    from wbagree.store.write.agreements import raw_connection

    said = {"joined": joined, "left": left, "standing": standing, "note": note, "source": source}
    if remove and (more := [f"--{name}" for name, text in said.items() if text]):
        raise UsageProblem(f"--remove takes all back that is said of the party, and {more[0]} says something")
    standing = standing or MembershipStatus.MEMBER
    with register.writing(ctx) as session:
        connection = raw_connection(session)
        found = store.find(store.frameworks(connection), framework)
        code = typed_words.party_book(connection).resolve(party)
        before = [one for one in store.members(connection, found.key) if one.party == code]
        if joined and left and PartialDate.parse(_date(left)).latest < PartialDate.parse(_date(joined)).earliest:
            raise InvalidValue(f"--left {left} is before --joined {joined}")
        stated = Membership(found.key, code, _date(joined), _date(left), standing.value, note.strip(), source.strip())
        old, new = map(entity_cells.membership_cells, (before, [] if remove else [stated]))
        if remove and not old:
            raise NotFound("membership", f"{code} in {found.key}")
        if old == new:
            raise Duplicate(f"{code} is {standing} of {found.called} already, with the same dates and notes")
        keys = dict.fromkeys((*old, *new))
        apply_entity_change(session, MEMBERSHIP, {key: (old.get(key), new.get(key)) for key in keys})
    print_message(f"{code}: {'nothing is said any more of' if remove else standing.value + ' of'} {found.called}")
