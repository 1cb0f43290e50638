"""The kinds of acts, each with its role in treaty law."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from wbagree.errors import NotFound

# The name of a kind of acts in the history.
ACT_KIND = "act kind"


class Role(StrEnum):
    """The effect of an act.

    The status follows from the role, never from the kind.
    """

    PROCEDURE = "procedure"
    SIGNATURE = "signature"
    BOUND = "bound"
    ENTRY = "entry"
    PROVISIONAL = "provisional"
    PROVISIONAL_END = "provisional-end"
    PAUSE = "pause"
    RESUME = "resume"
    EXIT = "exit"
    EXIT_WITHDRAWN = "exit-withdrawn"
    PROLONGATION = "prolongation"
    STATEMENT = "statement"


# A law or decree of ratification is the gazette's fact, and no ratification: a procedure, like initialling. Most
# states are bound by notification of completed procedures (Vienna Convention on the Law of Treaties, Article 16 c).
_KINDS: Mapping[Role, tuple[str, ...]] = {
    Role.PROCEDURE: ("initialling", "adoption", "opening-for-signature", "approval-law", "publication"),
    Role.SIGNATURE: ("signature", "signature-ad-referendum"),
    Role.BOUND: (
        *("definitive-signature", "ratification", "acceptance", "approval", "accession", "exchange-of-instruments"),
        *("deposit", "notification", "succession", "continuation"),
    ),
    Role.ENTRY: ("entry-into-force", "taking-effect"),
    Role.PROVISIONAL: ("provisional-application",),
    Role.PROVISIONAL_END: ("end-of-provisional-application",),
    Role.PAUSE: ("suspension",),
    Role.RESUME: ("resumption",),
    Role.EXIT: ("denunciation", "withdrawal", "termination", "expiry"),
    Role.EXIT_WITHDRAWN: ("withdrawal-of-denunciation",),
    Role.PROLONGATION: ("prolongation",),
    Role.STATEMENT: (
        *("reservation", "declaration", "objection", "withdrawal-of-statement", "territorial-application"),
        *("correction", "registration"),
    ),
}  # fmt: skip
_LABELS = {
    "notification": "Notification of completed procedures",
    "continuation": "Continuation agreed",
    "approval-law": "Law of ratification",
    "withdrawal": "Withdrawal of a party",
    "withdrawal-of-statement": "Withdrawal of a reservation, declaration or objection",
    "registration": "Registration (UN Charter, Article 102)",
}
# Other words that people write for a kind.
_WORDS = {
    "signed": "signature", "initialed": "initialling", "initialled": "initialling", "ratified": "ratification",
    "accepted": "acceptance", "approved": "approval", "acceded": "accession", "notified": "notification",
    "deposited": "deposit", "succeeded": "succession", "entry into force for it": "entry-into-force",
    "in force": "entry-into-force", "entered into force": "entry-into-force", "provisional": "provisional-application",
    "provisionally applied": "provisional-application", "suspended": "suspension", "resumed": "resumption",
    "denounced": "denunciation", "withdrew": "withdrawal", "terminated": "termination", "expired": "expiry",
    "prolonged": "prolongation", "renewal": "prolongation", "registered": "registration", "law": "approval-law",
    "continuation agreed": "continuation", "published": "publication", "notes": "exchange-of-instruments",
}  # fmt: skip


class ActKind(NamedTuple):
    """A kind of acts; ``is_own``: a user added it, so that it changes no status."""

    code: str
    role: Role
    label: str
    is_own: bool = False


KINDS: Mapping[str, ActKind] = {
    code: ActKind(code, role, _LABELS.get(code, code.replace("-", " ").capitalize()))
    for role, codes in _KINDS.items()
    for code in codes
}


def write_act_kind(label: str) -> dict[str, str]:
    """Return the cells of a user's kind, without its code."""
    return {"label": label}


def role_of(kind: str) -> Role:
    """Return the role of a kind.

    That of a user's own is a statement.
    """
    return KINDS[kind].role if kind in KINDS else Role.STATEMENT


# Acts of these roles are facts, never plans; an entry into force, an end or a prolongation may be foreseen.
PAST_ROLES = (Role.PROCEDURE, Role.SIGNATURE, Role.BOUND, Role.STATEMENT)


class ActBook:
    """Lookup of kinds by code, label or word.

    ``own`` are the labels of a user's own kinds, by code.
    """

    def __init__(self, own: Mapping[str, str] | None = None) -> None:
        added = {code: ActKind(code, Role.STATEMENT, label, is_own=True) for code, label in (own or {}).items()}
        self.kinds: Mapping[str, ActKind] = {**added, **KINDS}

    def resolve(self, text: str) -> str:
        """Return the code of the kind that ``text`` names.

        NotFound with the nearest kinds when it names none.
        """
        if text in self.kinds:
            return text
        if code := self.code_named(text):
            return code
        from wbagree.domain.text.folding import fold_name  # here: most commands look no kind up
        from wbagree.domain.text.suggestions import similar_texts

        near = [self.code_named(name) for name in similar_texts(fold_name(text), self._names())]
        raise NotFound("kind of act", text.strip(), list(dict.fromkeys(near)), "wbagree acts lists them all")

    def code_named(self, text: str) -> str:
        """Return the code of the kind named ``text``, or ''."""
        from wbagree.domain.text.folding import fold_name

        return self._names().get(fold_name(text), "")

    def _names(self) -> dict[str, str]:
        from wbagree.domain.text.folding import fold_name

        names = [(word, code) for word, code in _WORDS.items() if code in self.kinds]
        labels = [(name, kind.code) for kind in self.kinds.values() for name in (kind.label, kind.code)]
        return {fold_name(name): code for name, code in (*names, *labels)}
