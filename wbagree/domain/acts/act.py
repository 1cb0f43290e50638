"""An act: what a party, or all, did about an agreement or a convention."""

import re
from typing import NamedTuple

from wbagree.domain.acts.kinds import ActBook
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.errors import InvalidValue

# The party of an act of all parties, as it is written.
ALL = "all"


class Act(NamedTuple):
    """An act of one kind on a date.

    ``party`` is empty for all parties. ``effect`` is the date from which it counts, if that is not ``on``: a succession
    counts from a day before it was notified, a denunciation from one after.
    """

    kind: str
    party: str
    on: PartialDate
    effect: PartialDate | None = None
    reference: str = ""
    source: str = ""
    note: str = ""

    @property
    def counts_from(self) -> PartialDate:
        """The date from which it counts."""
        return self.effect or self.on

    @property
    def identity(self) -> tuple[str, str, PartialDate]:
        """Kind, party and date, which no other act of it has."""
        return self.kind, self.party, self.on


_ACT = r"(?P<kind>[^\s:|]+) (?P<party>[^\s:|]+) (?P<on>[^\s:]+)(?: effect (?P<effect>[^\s:]+))?"
_TEXTS = r"(?s)(?::(?: (?P<note>.*?))??)?(?: \[(?P<source>[^\[\]]*)\])?"
# What may be the beginning of another act in the texts of one: it is, if its first word is a kind.
_ANOTHER = (
    r"(?<![\w-])([a-z]{1,40}(?:-[a-z]{1,40}){0,4}) (?:all|[A-Z][A-Z0-9-]{1,40}) [0-9]{4}(?:-[0-9]{2}){0,2}[?~]?"
    r"(?=$|[ :|])"
)
NOTATION = "KIND PARTY DATE effect DATE (reference): note [source]"


def read_act(text: str) -> Act:
    """Read ``ratification AL 2013-05-03 effect 2013-06-01 (Gazette 12): note [source]``.

    All behind the first date may be missing; the party may be ``all``.
    """
    match = re.match(_ACT, text)
    reference, rest = _cut_reference(text[match.end() :]) if match else ("", "")
    texts = re.fullmatch(_TEXTS, rest)
    if match is None or texts is None:
        raise InvalidValue(
            f"{text!r} is not '{NOTATION}'; what follows the first date may be missing: 'ratification AL 2013-05-03'"
        )
    note, source = ((texts[name] or "").strip() for name in ("note", "source"))
    for other in re.finditer(_ANOTHER, f"{reference} {note} {source}"):
        if ActBook().code_named(other[1]):
            raise InvalidValue(f"{text!r} holds another act; write ' | ' before {other[0]!r}")
    party = "" if match["party"].lower() == ALL else match["party"]
    effect = PartialDate.parse(match["effect"]) if match["effect"] else None
    return Act(match["kind"], party, PartialDate.parse(match["on"]), effect, reference, source, note)


def _cut_reference(text: str) -> tuple[str, str]:
    """Return the text in brackets at the beginning, and the rest.

    Brackets inside them belong to the reference; without its end, all is the rest.
    """
    depth = 0
    for place, char in enumerate(text if text.startswith(" (") else ""):
        depth += (char == "(") - (char == ")")
        if depth == 0 and char == ")":
            return text[2:place].strip(), text[place + 1 :]
    return "", text


def write_act(act: Act) -> str:
    """Write one act, as ``read_act`` reads it."""
    effect = f" effect {act.effect}" if act.effect else ""
    reference = f" ({act.reference})" if act.reference else ""
    note = f": {act.note}" if act.note else ""
    source = f" [{act.source}]" if act.source else ""
    return f"{act.kind} {act.party or ALL} {act.on}{effect}{reference}{note}{source}"
