"""The context of an agreement: names, titles, relations that others state."""

import sqlite3

from wbagree.domain.agreements.agreement import Record
from wbagree.formats.common.agreement_context import AgreementContext
from wbagree.store.read import agreement_context, codes


def context_of(connection: sqlite3.Connection, record: Record, hidden: set[str]) -> AgreementContext:
    """Return the names and the other agreements that an agreement refers to.

    ``hidden`` agreements appear only where the agreement itself names them; relations that they state to it are only
    counted.
    """
    agreement = record.agreement
    stated = agreement_context.related_from(connection, agreement.key)
    related = [one for one in stated if one.key not in hidden]
    keys = [relation.key for relation in (*agreement.relations, *related)]
    return AgreementContext(
        parties=codes.names_of(connection, agreement.parties),
        types=codes.labels_of(connection, agreement.types),
        titles=agreement_context.titles(connection, keys) | dict.fromkeys(hidden, "restricted"),
        related_from=related,
        provenance=agreement_context.provenance(connection, agreement.key),
        left_out=len(stated) - len(related),
    )
