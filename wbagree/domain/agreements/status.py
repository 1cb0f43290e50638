"""The status of an agreement in words, with its reason and source.

The status itself is computed in SQL, in ``agreement_view``.
"""

from collections.abc import Iterator
from datetime import date

from wbagree.domain.agreements.agreement import Agreement, Record
from wbagree.domain.agreements.vocabularies import Status, label

# Years after which a negotiation or provisional application is probably over.
_STALE_YEARS = 5
_STILL_CURRENT = "Check that it is still current."
# The asserted statuses that are temporary, in words.
_TEMPORARY = {"negotiation": "under negotiation", "provisional": "provisional", "not-in-force": "not in force"}
# The verdicts that rest on a source's assertion alone.
BY_SOURCE = ("asserted", "end-asserted")


def status_words(record: Record) -> str:
    """Return the computed status in words.

    With the date of the source, if it rests on what a source asserts; with the predecessor, if it is inherited.
    """
    if record.status == Status.INHERITED:
        return _inherited_words(record)
    words = label(record.status)
    if record.verdict in BY_SOURCE:
        words += f" ({source_words(record.agreement)})"
    return f"{words} (inherited from {record.inherited_from})" if record.inherited_from else words


def _inherited_words(record: Record) -> str:
    """Return the predecessor's status, as its own: ``in force for YU-SFRY since 1961``."""
    signer = _signers(record)
    if record.verdict == "in-force":
        return f"in force for {signer} since {date_words(record, 'in_force')}"
    if record.verdict in BY_SOURCE:
        return f"{label(record.agreement.status)} for {signer} ({source_words(record.agreement)})"
    if record.verdict in ("signed", "suspended", "provisional"):
        words = "applied provisionally" if record.verdict == "provisional" else record.verdict
        return f"{words} {'by' if record.verdict == 'signed' else 'for'} {signer}"
    return f"unknown (inherited from {signer})"


def _signers(record: Record) -> str:
    """Return the predecessors that signed it, joined by *and*."""
    return " and ".join(record.inherited_from.split())


def source_words(agreement: Agreement) -> str:
    """Return the date of the source of an asserted status: ``source of 2014``."""
    return f"source of {agreement.status_on}" if agreement.status_on else "source undated"


def asserted_status(agreement: Agreement) -> str:
    """Return the asserted status with the date of its source, or ''."""
    return f"{label(agreement.status)} ({source_words(agreement)})" if agreement.status else ""


def asserted_words(agreement: Agreement) -> str:
    """Return the asserted status as a clause, or ''.

    As in ``a source of 2014 says in force``.
    """
    source = f"a source of {agreement.status_on}" if agreement.status_on else "a source"
    return f"{source} says {label(agreement.status)}" if agreement.status else ""


def explain_status(record: Record) -> str:
    """Return a sentence with the fact that decided the status."""
    sentence = _REASONS[record.verdict].format_map(_Facts(record))
    if record.status != Status.INHERITED:
        return sentence
    return f"for {_signers(record)}: {sentence}; no agreement of its successor to continue it recorded"


def explain_status_on_day(record: Record) -> str:
    """Return the fact that decided the status, with its day.

    The day is left out where the sentence has it.
    """
    reason = explain_status(record)
    return reason if record.day in reason else f"{reason} (status on {record.day})"


_REASONS = {
    "ended": "ended {ended}, on or before {day}",
    "end-straddles": "ended {ended}, which may be before or after {day}",
    "end-asserted": "{asserted}; the day it ended is not recorded",
    "end-undated": "{asserted}, on a day not recorded: whether before or after {day} is not known",
    "exit-undated": "{exit}; date of effect not recorded",
    "suspended": "{pause}; no resumption recorded by {day}",
    "suspension-straddles": "{pause}; whether that holds on {day} is not known",
    "in-force": "in force from {in_force}; {end}",
    "entry-straddles": "entered into force {in_force}, which may be before or after {day}",
    "provisional": "{provisional}; no entry into force recorded by {day}",
    "not-yet-for-all": "in force from {in_force}, but for a party of this question only later",
    "not-yet-signed": "signed only {signed}, after {day}",
    "signing-straddles": "signed {signed}, which may be before or after {day}",
    "asserted": "{asserted}; no date of entry into force recorded",
    "asserted-later": "{asserted}; what held on {day}, before that, is not known",
    "assertion-undated": "status on {day} is unknown: the source gives no start date",
    "signed": "signed {signed}; {consent}",
    "nothing-known": "no date of signature, entry into force or end recorded, and no source asserts a status",
}


class _Facts(dict[str, str]):
    """The facts of a record's sentence, each computed when needed."""

    def __init__(self, record: Record) -> None:
        super().__init__(day=record.day)
        self._record = record

    def __missing__(self, name: str) -> str:
        if name in DATED_BY_ACTS:
            return date_words(self._record, name)
        if name == "asserted":
            return asserted_words(self._record.agreement)
        if name == "end":
            ended = date_words(self._record, "ended")
            return f"ends {ended}" if ended else "no end recorded"
        return _consent(self._record) if name == "consent" else _latest_act(self._record, name)


# The dates that may follow from acts.
DATED_BY_ACTS = ("signed", "in_force", "ended")


def date_words(record: Record, name: str) -> str:
    """Return the date of an event: as stated, or as it follows from acts.

    Without either it is empty. ``name`` is signed, in_force or ended; of a derived date with two days, the parties
    differ.
    """
    if stated := getattr(record.agreement, name):
        return str(stated)
    derived: str = getattr(record, f"derived_{name}")
    first, _, last = derived.partition("/")
    if last == "..":
        return ""
    between = f"{first} or {last}, by party" if last else first
    return f"{between} (from acts)" if derived else ""


def _latest_act(record: Record, role: str) -> str:
    """Return words for the latest act of a role.

    Acts after the day of the record are left out.
    """
    from wbagree.domain.acts.kinds import role_of  # here: a list explains no status

    done = [
        act for act in record.agreement.acts if role_of(act.kind) == role and act.on.earliest.isoformat() <= record.day
    ]
    if not done:
        return f"{_ROLE_WORDS[role]} by an act"
    act = max(done, key=lambda one: one.on.latest)
    return f"{act.kind.replace('-', ' ')}{f' by {act.party}' if act.party else ''} on {act.on}"


_ROLE_WORDS = {"exit": "left", "pause": "suspended", "provisional": "applied provisionally"}


def _consent(record: Record) -> str:
    """Return who is bound by an act on the day.

    The words say as well that no entry into force is recorded.
    """
    from wbagree.domain.acts.kinds import Role, role_of

    bound = dict.fromkeys(
        act.party
        for act in record.agreement.acts
        if role_of(act.kind) is Role.BOUND and act.counts_from.latest.isoformat() <= record.day
    )
    open_ = f"no entry into force recorded by {record.day}"
    if not bound:
        return open_
    if "" in bound or all(party in bound for party in record.agreement.parties):
        everybody = "both" if len(record.agreement.parties) == 2 else "all"
        return f"ratified by {everybody}; entry into force not recorded"
    others = [party for party in record.agreement.parties if party not in bound]
    return f"ratified by {', '.join(bound)}, no ratification by {', '.join(others)} recorded; {open_}"


def doubts_of_status(agreement: Agreement, today: date) -> Iterator[str]:
    """Yield a sentence if an asserted status may be out of date.

    It is a temporary one, such as a negotiation, and old or of unknown age.
    """
    if agreement.status not in _TEMPORARY or agreement.in_force or agreement.ended:
        return
    status = f'Status "{_TEMPORARY[agreement.status]}"'
    if on := agreement.status_on:
        if today.year - on.year > _STALE_YEARS:
            yield f"{status} is from a source of {on}. {_STILL_CURRENT}"
    elif agreement.signed is None:
        yield f"{status} has no date. {_STILL_CURRENT}"
    elif today.year - agreement.signed.year > _STALE_YEARS:
        yield f"{status}, though signed {agreement.signed}. {_STILL_CURRENT}"
