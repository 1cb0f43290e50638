"""Writing what stands beside the records: every change is put in its table and recorded as history, here."""

from collections.abc import Callable, Iterable, Mapping

from sqlmodel import Session, col, delete, select, update

from wbagree.domain.contacts import CONTACT
from wbagree.domain.frameworks import FRAMEWORK, MEMBERSHIP
from wbagree.domain.tallies import TALLY
from wbagree.store.bulk import insert_rows
from wbagree.store.history import Written, record
from wbagree.store.tables import (
    ChangeRow,
    ContactRow,
    FrameworkMemberRow,
    FrameworkRow,
    FrameworkTypeRow,
    TallyRow,
)

# The cells of one thing, None when it goes.
Cells = Mapping[str, str]
_Put = Callable[[Session, str, Cells | None], None]


def apply(session: Session, changes: Iterable[Written]) -> None:
    """Apply changes; the caller has checked their cells. What would change nothing is not recorded."""
    real = [change for change in changes if change.before != change.after]
    for change in real:
        _PUT[change.subject](session, change.key, change.after)
    record(session, real)


def next_key(session: Session, subject: str) -> str:
    """Return the key for a new contact point or tally: numbered after all there ever were, so that none comes twice."""
    used = session.exec(select(ChangeRow.key).where(ChangeRow.subject == subject, ChangeRow.kind == "add"))
    return f"{subject}-{max((int(key.rpartition('-')[2]) for key in used), default=0) + 1}"


def _row_of(table: type[ContactRow | TallyRow]) -> _Put:
    def put(session: Session, key: str, cells: Cells | None) -> None:
        session.exec(delete(table).where(col(table.key) == key))
        if cells is not None:
            insert_rows(session, table, [{"key": key, **cells}])

    return put


def _put_framework(session: Session, key: str, cells: Cells | None) -> None:
    if cells is None:
        session.exec(delete(FrameworkRow).where(col(FrameworkRow.key) == key))
        return
    row = dict(cells)
    codes = filter(None, row.pop("types").split(";"))
    if session.get(FrameworkRow, key):
        session.exec(update(FrameworkRow).where(col(FrameworkRow.key) == key).values(row))
        session.exec(delete(FrameworkTypeRow).where(col(FrameworkTypeRow.framework_key) == key))
    else:
        insert_rows(session, FrameworkRow, [{"key": key, **row}])
    types = [{"framework_key": key, "position": place, "type_code": code} for place, code in enumerate(codes)]
    insert_rows(session, FrameworkTypeRow, types)


def _put_membership(session: Session, key: str, cells: Cells | None) -> None:
    framework, party, *time = key.split("/")
    row = {"framework_key": framework, "party_code": party, "position": int(time[0]) - 1 if time else 0}
    session.exec(delete(FrameworkMemberRow).where(*(col(getattr(FrameworkMemberRow, n)) == v for n, v in row.items())))
    if cells is not None:
        insert_rows(session, FrameworkMemberRow, [{**row, **cells}])


_PUT: Mapping[str, _Put] = {
    CONTACT: _row_of(ContactRow),
    TALLY: _row_of(TallyRow),
    FRAMEWORK: _put_framework,
    MEMBERSHIP: _put_membership,
}
