"""``wbagree relate``: one record amends, implements, supplements ... another."""

from dataclasses import replace
from typing import Annotated

import typer

from wbagree.cli import SETTINGS, completion, register
from wbagree.cli.output import say
from wbagree.domain.record import Relation
from wbagree.domain.terms import Verb
from wbagree.errors import InvalidValue, NotFound

app = typer.Typer(**SETTINGS)


@app.command(
    help="State that the record KEY amends, implements, supplements, supersedes or extends the record OTHER.",
    epilog=(
        "\b\nExamples:\n"
        "  wbagree relate AL-XK-2013-4 implements AL-XK-2012-1\n"
        "  wbagree relate --remove AL-XK-2013-4 implements AL-XK-2012-1"
    ),
)
def relate(
    ctx: typer.Context,
    key: Annotated[str, typer.Argument(metavar="KEY", autocompletion=completion.keys)],
    verb: Annotated[Verb, typer.Argument(metavar="VERB", help=", ".join(Verb), case_sensitive=False)],
    other: Annotated[str, typer.Argument(metavar="OTHER", autocompletion=completion.keys)],
    remove: Annotated[bool, typer.Option("--remove", help="Take the relation back.")] = False,
) -> None:
    from wbagree.store import reading
    from wbagree.store.writing import Change, apply, plain

    with register.writing(ctx) as session:
        connection = plain(session)
        before = reading.record(connection, key).agreement
        named = Relation(verb.value, other.strip())
        # A relation from outside may name a record that is not here; it can be taken back all the same.
        stated = named if remove and named in before.relations else Relation(verb, reading.known_key(connection, other))
        sentence = f"{before.key} {verb} {stated.key}"
        if stated.key == before.key:
            raise InvalidValue(f"{before.key} cannot relate to itself")
        if remove and stated not in before.relations:
            raise NotFound("relation", sentence)
        if not remove and stated in before.relations:
            say(f"{sentence}: on record already")
            return
        others = tuple(relation for relation in before.relations if relation != stated)
        after = replace(before, relations=others if remove else (*others, stated))
        apply(session, [Change(before, after)])
    say(f"{sentence}: {'no longer on record' if remove else 'on record'}")
