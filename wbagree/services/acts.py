"""Acts of one agreement or framework: found, added, changed, removed."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from wbagree.domain.acts.act import Act, write_act
from wbagree.domain.acts.kinds import PAST_ROLES, role_of
from wbagree.domain.dates import clock
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.errors import AmbiguousName, Duplicate, InvalidValue, NotFound, UsageProblem

if TYPE_CHECKING:
    from sqlmodel import Session

# From the acts of an agreement or framework to those that it has then, and the one that was changed.
ActsChange = Callable[[Sequence[Act]], tuple[list[Act], Act]]


class ActDetails(NamedTuple):
    """The details of an act that a user states, else None."""

    on: PartialDate | None = None
    effect: PartialDate | None = None
    reference: str | None = None
    source: str | None = None
    note: str | None = None

    def stated(self) -> dict[str, Any]:
        """Return the stated details by name."""
        return {name: value for name, value in self._asdict().items() if value is not None}


def find_act(acts: Sequence[Act], kind: str, party: str, on: PartialDate | None) -> Act | None:
    """Return the act of a kind and party; None without one.

    If a date is named, it must be of that date. AmbiguousName when no date is named and there are several.
    """
    found = [act for act in acts if (act.kind, act.party) == (kind, party) and on in (None, act.on)]
    if len(found) > 1:
        raise AmbiguousName("act", f"{kind} {party or 'all'}", [str(act.on) for act in found], "name its date")
    return found[0] if found else None


def with_act(
    acts: Sequence[Act], kind: str, party: str, on: PartialDate | None, details: ActDetails
) -> tuple[list[Act], Act]:
    """Return the acts with one added or changed, and that act.

    Duplicate when it is there and no detail is stated, UsageProblem when a new one has no date.
    """
    known = find_act(acts, kind, party, on)
    stated = details.stated()
    if known is None:
        if on is None:
            raise UsageProblem(f"the date of the {kind} is missing", "name it after the party, as in 2013-05-03")
        new = Act(kind, party, on)._replace(**stated)
        return [*acts, new], new
    changed = known._replace(**stated)
    if changed == known:
        raise Duplicate(f"this act is recorded: {write_act(known)}", "an option, such as --reference, changes it")
    others = [act for act in acts if act is not known]
    if any(act.identity == changed.identity for act in others):
        raise Duplicate(f"this act is recorded: {write_act(changed)}", "remove one of the two")
    return [changed if act is known else act for act in acts], changed


def without_act(acts: Sequence[Act], kind: str, party: str, on: PartialDate | None) -> tuple[list[Act], Act]:
    """Return the acts without one, and that act.

    NotFound when it is not there.
    """
    known = find_act(acts, kind, party, on)
    if known is None:
        there = [f"{act.kind} {act.party or 'all'} {act.on}" for act in acts if act.kind == kind or act.party == party]
        raise NotFound("act", f"{kind} {party or 'all'}{f' {on}' if on else ''}", there)
    return [act for act in acts if act is not known], known


def find_framework_with_acts(session: "Session", text: str) -> str:
    """Return the key of the framework that a text names, or ''.

    The key of an agreement names none.
    """
    from wbagree.store.read import frameworks, keys
    from wbagree.store.write.session import raw_connection

    connection = raw_connection(session)
    try:
        keys.resolve_key(connection, text)
    except NotFound:
        with suppress(NotFound):
            return frameworks.search_framework(frameworks.frameworks(connection), text).key
    return ""


def revise_framework_acts(session: "Session", key: str, change: ActsChange) -> None:
    """Change the acts of a framework.

    InvalidValue for a fact of the future.
    """
    from wbagree.domain.frameworks.acts import FRAMEWORK_ACT
    from wbagree.services.entity_changes import apply_changes_of_subject
    from wbagree.store.read import frameworks
    from wbagree.store.read.entity_cells import framework_act_cells
    from wbagree.store.write.session import raw_connection

    connection = raw_connection(session)
    before = frameworks.acts(connection, key).get(key, [])
    after, one = change(before)
    if (
        one in after
        and role_of(one.kind) in PAST_ROLES
        and (reason := clock.future_reason(one.on, what="The date of the act"))
    ):
        raise InvalidValue(f"{write_act(one)}: {reason}")
    old, new = (framework_act_cells({key: acts}) for acts in (before, after))
    changed = {name: (old.get(name), new.get(name)) for name in {**old, **new} if old.get(name) != new.get(name)}
    apply_changes_of_subject(session, FRAMEWORK_ACT, changed)
