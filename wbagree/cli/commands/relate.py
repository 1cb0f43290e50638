"""``wbagree relate``: one record amends, implements, supplements ... another."""

from typing import Annotated

import typer

from wbagree.cli import TYPER_SETTINGS, register
from wbagree.cli.options import completion
from wbagree.cli.output.streams import print_message
from wbagree.cli.register import RegisterUse
from wbagree.domain.agreements.cell_notation import RELATIONS
from wbagree.domain.agreements.parts import Relation
from wbagree.domain.agreements.vocabularies import Verb
from wbagree.errors import Duplicate, NotFound
from wbagree.services.agreement_changes import revise_agreement

app = typer.Typer(**TYPER_SETTINGS)


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
    key: Annotated[str, typer.Argument(metavar="KEY", autocompletion=completion.complete_keys)],
    verb: Annotated[Verb, typer.Argument(metavar="VERB", help=", ".join(Verb), case_sensitive=False)],
    other: Annotated[str, typer.Argument(metavar="OTHER", autocompletion=completion.complete_keys)],
    remove: Annotated[bool, typer.Option("--remove", help="Take the relation back.")] = False,
) -> None:
    from wbagree.store.read import keys
    from wbagree.store.write.session import raw_connection

    with register.open_for_change(ctx, RegisterUse.EXISTING) as session:
        connection = raw_connection(session)
        own = keys.resolve_key(connection, key)
        # An imported relation may name a record that is not in the register; it can be removed all the same.
        target = other.strip() if remove else keys.resolve_key(connection, other)
        stated = Relation(verb.value, target)
        sentence = f"{own} {verb} {target}"
        revise_agreement(
            session, own, lambda cells: {"relations": _changed(cells["relations"], stated, sentence, remove=remove)}
        )
    print_message(f"{sentence}: {'no longer recorded' if remove else 'recorded'}")


def _changed(cell: str, stated: Relation, sentence: str, *, remove: bool) -> str:
    """Return a cell of relations with ``stated``, or without it.

    NotFound when it cannot be removed, Duplicate when it is stated already.
    """
    on_record = RELATIONS.read(cell)
    others = [
        relation for relation in on_record if relation.key.upper() != stated.key.upper() or relation.verb != stated.verb
    ]
    if not remove:
        if len(others) < len(on_record):
            raise Duplicate(f"{sentence} is stated already", "wbagree relate --remove takes it back")
        return RELATIONS.write((*on_record, stated))
    if len(others) == len(on_record):
        raise NotFound("relation", sentence)
    return RELATIONS.write(others)
