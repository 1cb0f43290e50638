"""Completion in the shell: keys, parties and types of the register.

It never writes. ``shell_candidates`` makes the candidates safe for shells, and offers none after a failure here.
"""

from collections.abc import Callable, Iterable

import typer

from wbagree import resources
from wbagree.domain.agreements.vocabularies import Verb

Candidates = list[tuple[str, str]]


def _offering(kind: str) -> Callable[[typer.Context, str], Candidates]:
    """Return the completion of one kind of ``store.read.completions``."""

    def complete(ctx: typer.Context, incomplete: str) -> Candidates:
        from wbagree.store.file.connection import open_for_reading
        from wbagree.store.read import completions

        path = resources.register_path(ctx.find_root().obj or ctx.find_root().params.get("db"))
        if not path.exists():
            return []
        with open_for_reading(path) as connection:
            offers = completions.BY_KIND[kind](connection, incomplete)
        # Shells and Typer drop what does not begin as it was typed; the case of a code does not matter.
        return [(f"{incomplete}{value[len(incomplete) :]}", help_) for value, help_ in offers]

    return complete


def complete_words_of(vocabulary: Iterable[str]) -> Callable[[str], list[str]]:
    """Offer the words of a fixed vocabulary."""
    return lambda incomplete: [
        f"{incomplete}{word[len(incomplete) :]}" for word in vocabulary if word.startswith(incomplete.lower())
    ]


complete_keys = _offering("keys")
complete_parties = _offering("parties")
complete_pairs = _offering("pairs")
complete_groups = _offering("groups")
complete_types = _offering("types")
_complete_names = _offering("saved")


def complete_relation(ctx: typer.Context, incomplete: str) -> Candidates:
    """Offer keys of agreements, and how one is linked to another."""
    verbs = [(verb, "") for verb in (*Verb, "replaces") if verb.startswith(incomplete.lower())]
    return [*complete_keys(ctx, incomplete), *verbs]


def complete_saved(ctx: typer.Context, incomplete: str) -> Candidates:
    """Offer the names of saved questions, then words."""
    return (complete_words if ctx.params.get("words") else _complete_names)(ctx, incomplete)


def complete_question(ctx: typer.Context, incomplete: str) -> Candidates:
    """Offer the commands of questions after a name, then words."""
    from wbagree.cli.options.saved_questions import QUESTIONS

    typed = len(ctx.params.get("words") or ())
    if typed > 1:
        return complete_words(ctx, incomplete)
    return [(name, "") for name in QUESTIONS if name.startswith(incomplete)] if typed else []


def complete_words(ctx: typer.Context, incomplete: str) -> Candidates:
    """Offer what a bare word can name: pairs, groups, types and keys."""
    return [offer for complete in (complete_pairs, complete_groups, complete_types, complete_keys)
            for offer in complete(ctx, incomplete)]  # fmt: skip
