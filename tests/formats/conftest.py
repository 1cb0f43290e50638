"""What the renderers' tests draw: the bundled records as a question finds them, and records made up for one test."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import seed_data

from wbagree.domain.agreements.agreement import Agreement, Record
from wbagree.domain.agreements.validation import AgreementValidator
from wbagree.domain.filter import Filter
from wbagree.formats.common.agreement_context import AgreementContext
from wbagree.services.agreement_context import context_of
from wbagree.store.file import connection
from wbagree.store.read import agreements, parties_and_types

DAY = date(2026, 11, 1)


@pytest.fixture(scope="session")
def seed_rows() -> dict[str, dict[str, str]]:
    """Rows of the bundled file by key, read by nothing of ours."""
    return seed_data.some()


@pytest.fixture(scope="session")
def seed_records(_templates: dict[str, Path]) -> dict[str, Record]:
    """Bundled records of every kind by key, their status as of 1 November 2026."""
    with connection.open_for_reading(_templates["seeded"]) as register:
        return {record.agreement.key: record for record in agreements.records(register, Filter(as_of=DAY))}


@pytest.fixture(scope="session")
def seed_surroundings(_templates: dict[str, Path], seed_records: dict[str, Record]) -> dict[str, AgreementContext]:
    """What stands around each of them."""
    with connection.open_for_reading(_templates["seeded"]) as register:
        return {key: context_of(register, record, set()) for key, record in seed_records.items()}


@pytest.fixture(scope="session")
def validator(_templates: dict[str, Path]) -> AgreementValidator:
    """The validator as an import passes it."""
    with connection.open_for_reading(_templates["empty"]) as register:
        return AgreementValidator(
            parties_and_types.party_book(register),
            parties_and_types.type_book(register),
            acts=parties_and_types.act_book(register),
        )


@pytest.fixture(scope="session")
def record_of() -> Callable[..., Record]:
    """Make a record of what the test is about; everything else is plain."""

    def made(*, computed: str = "unknown", inherited_from: str = "", score: str = "", **fields: object) -> Record:
        plain = {
            "key": "AL-XK-nd-1",
            "title": "Agreement",
            "form": "agreement",
            "types": ("mla",),
            "parties": ("AL", "XK"),
            "confidence": "low",
        }
        return Record(
            Agreement(**{**plain, **fields}),
            day=DAY.isoformat(),
            status=computed,
            verdict="nothing-known",
            inherited_from=inherited_from,
            score=score,
        )

    return made
