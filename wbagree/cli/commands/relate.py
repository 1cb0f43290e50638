"""``wbagree relate``: one agreement amends, implements, replaces ... another."""

from typing import Annotated

import typer

from wbagree.cli import TYPER_SETTINGS, register
from wbagree.cli.options import completion
from wbagree.cli.output.streams import print_message
from wbagree.cli.register import RegisterUse
from wbagree.domain.agreements.cell_notation import RELATIONS
from wbagree.domain.agreements.parts import Relation
from wbagree.domain.agreements.vocabularies import Verb
from wbagree.errors import Duplicate, NotFound, UsageProblem
from wbagree.services.agreement_changes import revise_agreement

app = typer.Typer(**TYPER_SETTINGS)

_EXAMPLE = "for example: wbagree relate AL-XK-2013-4 implements AL-XK-2012-1"


@app.command(
    help=(
        "Link two agreements: the first amends, implements, supplements, replaces or extends the second."
        " 'replaced by' and the like turn it around. Any language of the region is understood."
    ),
    epilog=(
        "\b\nExamples:\n"
        "  wbagree relate AL-XK-2013-4 implements AL-XK-2012-1\n"
        "  wbagree relate AL-XK-2013-4 replaces AL-XK-2018-1\n"
        "  wbagree relate --remove AL-XK-2013-4 implements AL-XK-2012-1"
    ),
)
def relate(
    ctx: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="KEY KIND KEY", autocompletion=completion.complete_relation)],
    remove: Annotated[bool, typer.Option("--remove", help="Remove the link.")] = False,
) -> None:
    from wbagree.store.read import keys
    from wbagree.store.read.agreements import record
    from wbagree.store.write.session import raw_connection

    key, verb, other = _read(words)
    with register.open_for_change(ctx, RegisterUse.EXISTING) as session:
        connection = raw_connection(session)
        own = keys.resolve_key(connection, key)
        # An imported relation may name an agreement that is not in the register; it can be removed all the same.
        target = other.strip() if remove else keys.resolve_key(connection, other)
        stated = Relation(verb, target)
        sentence = f"{own} {verb} {target}"
        revise_agreement(
            session, own, lambda cells: {"relations": _changed(cells["relations"], stated, sentence, remove=remove)}
        )
        replaced = None if remove or verb != Verb.SUPERSEDES else record(connection, target).agreement
    print_message(f"{'Removed' if remove else 'Linked'}: {sentence}")
    if replaced and not replaced.ended:
        print_message(f"{target} has no end date. To record when it ended: wbagree edit {target} --ended DATE")


def _read(words: list[str]) -> tuple[str, str, str]:
    """Return the key, the verb and the other key of ``A replaces B``.

    UsageProblem for other words.
    """
    from wbagree.services.typed_words import read_verb

    first, *kind, last = " ".join(words).split() if len(words) > 1 else ["", ""]
    if not kind:
        raise UsageProblem("Type two keys and how they are linked.", _EXAMPLE)
    verb, is_reversed = read_verb(" ".join(kind))
    if not verb:
        raise UsageProblem(
            f"I don't know the link {' '.join(kind)!r}. Use amends, implements, supplements, replaces or extends.",
            _EXAMPLE,
        )
    return (last, verb, first) if is_reversed else (first, verb, last)


def _changed(cell: str, stated: Relation, sentence: str, *, remove: bool) -> str:
    """Return a cell of relations with ``stated``, or without it.

    NotFound when it cannot be removed, Duplicate when it is stated already.
    """
    before = RELATIONS.read(cell)
    others = [
        relation for relation in before if relation.key.upper() != stated.key.upper() or relation.verb != stated.verb
    ]
    if not remove:
        if len(others) < len(before):
            raise Duplicate(f"Already linked: {sentence}", f"To remove it: wbagree relate --remove {sentence}")
        return RELATIONS.write((*before, stated))
    if len(others) == len(before):
        raise NotFound("link", sentence)
    return RELATIONS.write(others)
