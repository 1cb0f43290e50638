"""Restricted agreements in answers that leave the terminal."""

import sqlite3
from collections.abc import Callable, Collection, Iterable

from wbagree.domain.agreements.agreement import Agreement
from wbagree.domain.agreements.vocabularies import is_or_are, pluralise
from wbagree.domain.filter import Filter
from wbagree.errors import UsageProblem


def filter_without_restricted(
    connection: sqlite3.Connection, filter_: Filter, on_message: Callable[[str], None]
) -> Filter:
    """Return the filter, for public records only if others match.

    ``on_message`` receives the number of those that are left out.
    """
    from wbagree.store.read.agreements import count_restricted

    left_out = count_restricted(connection, filter_)
    if left_out:
        records = f"{pluralise(left_out, 'restricted agreement')} {is_or_are(left_out)}"
        on_message(f"{records} left out (use --with-restricted to see all)")
    return filter_._replace(public=True) if left_out else filter_


def hidden_keys(connection: sqlite3.Connection, *, with_restricted: bool) -> set[str]:
    """Return the keys of the agreements that an answer must not mention."""
    from wbagree.store.read.agreement_context import restricted_keys

    return set() if with_restricted else restricted_keys(connection)


def keys_hidden_in_history(connection: sqlite3.Connection, *, with_restricted: bool) -> set[str]:
    """Return the keys of agreements whose changes must not be shown."""
    from wbagree.store.read.agreement_context import ever_restricted_keys

    return set() if with_restricted else ever_restricted_keys(connection)


def left_out_relations_sentence(number: int) -> str:
    """Return a sentence on relations left out; empty for 0.

    Restricted agreements state them.
    """
    if not number:
        return ""
    left = "a restricted agreement is" if number == 1 else "restricted agreements are"
    return f"{pluralise(number, 'relation')} to {left} left out (use --with-restricted to see all)"


def refuse_restricted(agreements: Collection[Agreement]) -> None:
    """Raise UsageProblem when an agreement that would leave the terminal is restricted."""
    refuse_hidden((agreement.key for agreement in agreements), {one.key for one in agreements if one.disclosure})


def refuse_hidden(keys: Iterable[str], hidden: Collection[str]) -> None:
    """Raise UsageProblem when one of ``keys`` is hidden.

    An answer that leaves the terminal must not mention it.
    """
    for key in keys:
        if key in hidden:
            raise UsageProblem(
                f"{key} is restricted",
                "use --with-restricted to include it",
            )
