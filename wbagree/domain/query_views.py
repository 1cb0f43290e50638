"""The views that the SQL of users may read, with their columns."""

from typing import NamedTuple


class QueryView(NamedTuple):
    """A view for the SQL of users: its name, its content, its columns."""

    name: str
    content: str
    columns: tuple[str, ...]


def _view(name: str, content: str, columns: str) -> QueryView:
    return QueryView(name, content, tuple(columns.split()))


# A test compares the columns with those of ``store/read/views.sql``; docs/sql.md explains them.
QUERY_VIEWS = (
    _view(
        "agreements",
        "one row for each agreement",
        "key id title title_original form types parties level signed signed_earliest signed_latest place in_force"
        " in_force_earliest in_force_latest ended ended_earliest ended_latest status status_on status_on_earliest"
        " status_on_latest confidence notes renewal disclosure languages entry_clause termination_clause depositary"
        " archive_number registration responsible binding derived_signed derived_in_force derived_ended",
    ),
    _view("parties", "the parties of each agreement", "key party name kind"),
    _view("types", "the types of each agreement", "key position type label type_group"),
    _view("pairs", "the pairs of each agreement", "key pair a b inherited inherited_from day computed_status"),
    _view("statuses", "the status of each agreement", "key day computed_status by_source score"),
    _view(
        "acts",
        "acts of the parties",
        "key position kind role party date effect earliest latest reference source note",
    ),
    _view("sources", "the sources of each agreement", "key position citation url"),
    _view(
        "assessments",
        "assessments of implementation",
        "key position date earliest latest score party assessor note source",
    ),
    _view("signatories", "who signed for each party", "key position party institution person person_position"),
    _view(
        "contacts",
        "contact points",
        "key party institution unit person position types frameworks channel phone email languages valid_from valid_to"
        " verified source notes",
    ),
)
QUERY_VIEW_NAMES = tuple(view.name for view in QUERY_VIEWS)
