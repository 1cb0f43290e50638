"""``wbagree frameworks add``, ``edit`` and ``member``."""

import re
from collections.abc import Callable
from typing import Annotated

import typer

from wbagree.cli import register
from wbagree.cli.commands.frameworks.show import app
from wbagree.cli.options import completion
from wbagree.cli.options.framework_options import FrameworkFields
from wbagree.cli.options.option_fields import typed_fields, with_options
from wbagree.cli.output.streams import print_message
from wbagree.cli.register import RegisterUse
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.dates.typed import read_typed_date
from wbagree.domain.frameworks.framework import (
    FRAMEWORK,
    MEMBERSHIP,
    Framework,
    Membership,
    MembershipStatus,
    write_framework,
)
from wbagree.errors import Duplicate, InvalidValue, NotFound, UsageProblem
from wbagree.services import typed_words
from wbagree.services.entity_changes import apply_changes_of_subject

__all__ = ["app"]

_KEY = re.compile(r"(?=.{1,100}$)[a-z0-9]+(-[a-z0-9]+)*")


def _with_framework_fields(command: Callable[..., None]) -> Callable[..., None]:
    return with_options(command, FrameworkFields)


def _date(text: str) -> str:
    return str(read_typed_date(text)) if text else ""


@app.command(
    "add",
    help="Add a framework of your own.",
    epilog="\b\nExample:\n  wbagree frameworks add our-network --name 'Our network' --kind network --type mla",
)
@_with_framework_fields
def add(
    ctx: typer.Context,
    options: FrameworkFields,
    key: Annotated[str, typer.Argument(metavar="KEY", help="Small letters with hyphens.")],
) -> None:
    from wbagree.services.frameworks import refuse_same_name, typed_framework
    from wbagree.store.read.frameworks import frameworks as known_frameworks
    from wbagree.store.write.session import raw_connection

    if not _KEY.fullmatch(key):
        raise InvalidValue(f"{key!r} cannot be a framework's key: small letters, digits and hyphens, as in pcc-see")
    given = typed_fields(options)
    if not given.get("name") or not given.get("kind"):
        raise UsageProblem("a framework needs --name and --kind")
    with register.open_for_change(ctx) as session:
        known = known_frameworks(raw_connection(session))
        if key in known:
            raise Duplicate(f"{key} is {known[key].display_name} already", f"wbagree frameworks edit {key} changes it")
        refuse_same_name(known, given)
        new = typed_framework(raw_connection(session), known, Framework(key, "", ""), given)
        apply_changes_of_subject(session, FRAMEWORK, {key: (None, write_framework(new))})
    print_message(f"added the framework {key} ({given['name']})")


@app.command(
    "edit",
    help="Change what is said of a framework; an empty value clears it.",
    epilog="\b\nExample:\n  wbagree frameworks edit seepag --website https://example.org",
)
@_with_framework_fields
def edit(
    ctx: typer.Context, options: FrameworkFields, framework: Annotated[str, typer.Argument(metavar="FRAMEWORK")]
) -> None:
    from wbagree.services.frameworks import typed_framework
    from wbagree.store.read.frameworks import find_framework
    from wbagree.store.read.frameworks import frameworks as known_frameworks
    from wbagree.store.write.session import raw_connection

    if not (given := typed_fields(options)):
        raise UsageProblem("nothing to change; name a field: wbagree frameworks edit --help")
    with register.open_for_change(ctx, RegisterUse.EXISTING) as session:
        known = known_frameworks(raw_connection(session))
        before = find_framework(known, framework)
        after = typed_framework(raw_connection(session), known, before, given)
        apply_changes_of_subject(session, FRAMEWORK, {after.key: (write_framework(before), write_framework(after))})
    print_message(f"{after.key}: {'nothing changed' if after == before else 'changed'}")


@app.command(
    "member",
    help="Record the membership of a party in a framework, from when to when; --remove deletes it.",
    short_help="Record the membership of a party in a framework.",
    epilog=(
        "\b\nExamples:\n"
        "  wbagree frameworks member marri XK --joined 2014-06\n"
        "  wbagree frameworks member interpol XK --standing excluded --notes 'bid of 2018 rejected'"
    ),
)
def member(
    ctx: typer.Context,
    framework: Annotated[str, typer.Argument(metavar="FRAMEWORK")],
    party: Annotated[str, typer.Argument(metavar="PARTY", autocompletion=completion.complete_parties)],
    joined: Annotated[str, typer.Option("--joined", metavar="DATE", help="Since when.")] = "",
    left: Annotated[str, typer.Option("--left", metavar="DATE", help="Until when.")] = "",
    standing: Annotated[
        MembershipStatus | None,
        typer.Option(
            "--standing", metavar="STANDING", help=f"{', '.join(MembershipStatus)}; else member.", case_sensitive=False
        ),
    ] = None,
    note: Annotated[str, typer.Option("--notes", metavar="TEXT", help="Notes.")] = "",
    source: Annotated[str, typer.Option("--cite", metavar="URL", help="Source.")] = "",
    remove: Annotated[bool, typer.Option("--remove", help="Take back what is said of the party.")] = False,
) -> None:
    from wbagree.store.read import entity_cells
    from wbagree.store.read import frameworks as store
    from wbagree.store.write.session import raw_connection

    details = {"joined": joined, "left": left, "standing": standing, "note": note, "source": source}
    if remove and (more := [f"--{name}" for name, text in details.items() if text]):
        raise UsageProblem(f"--remove takes all back that is said of the party, and {more[0]} says something")
    standing = standing or MembershipStatus.MEMBER
    with register.open_for_change(ctx) as session:
        connection = raw_connection(session)
        found = store.find_framework(store.frameworks(connection), framework)
        code = typed_words.party_book(connection).resolve(party)
        before = [one for one in store.members(connection, found.key) if one.party == code]
        if joined and left and PartialDate.parse(_date(left)).latest < PartialDate.parse(_date(joined)).earliest:
            raise InvalidValue(f"--left {left} is before --joined {joined}")
        stated = Membership(found.key, code, _date(joined), _date(left), standing.value, note.strip(), source.strip())
        old, new = map(entity_cells.membership_cells, (before, [] if remove else [stated]))
        if remove and not old:
            raise NotFound("membership", f"{code} in {found.key}")
        if old == new:
            raise Duplicate(f"{code} is {standing} of {found.display_name} already, with the same dates and notes")
        keys = dict.fromkeys((*old, *new))
        apply_changes_of_subject(session, MEMBERSHIP, {key: (old.get(key), new.get(key)) for key in keys})
    print_message(f"{code}: {'nothing is said any more of' if remove else standing.value + ' of'} {found.display_name}")
