"""The notation of list-valued fields in cells, readable and without loss.

For every value ``v`` of a field, ``read(write(v)) == v``; for every cell that ``read`` accepts, ``write(read(cell))``
is the same cell up to blanks around the separators and empty brackets. A cell that does not follow the notation, or
would not be read back as the same, is refused with an InvalidValue that shows the notation.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Generic, NamedTuple, TypeVar

from wbagree.domain.acts.act import read_act, write_act
from wbagree.domain.agreements.parts import Assessment, Relation, Signatory, Source
from wbagree.domain.agreements.vocabularies import Score, Verb
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.errors import InvalidValue

_Value = TypeVar("_Value")
_VERBS, _SCORES = frozenset(Verb), frozenset(Score)

# These expressions are compiled when a cell is read: most commands only write cells.
# A key is typed on command lines and used in file names: no blanks, no separators of the notation.
KEY_PATTERN = r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}"
_SIGNATORY = r"(?s)(?P<party>[^\s:]+): *+(?P<institution>.*?)(?: \((?P<person>[^()]*(?:\([^()]*\)[^()]*)*)\))?"
_ASSESSMENT = (
    r"(?s)(?P<on>\S+) (?P<score>[a-z]+)(?: for (?P<party>[^\s:]+))?(?: by (?P<assessor>[^:]+))?"
    r":(?: (?P<note>.*?))??(?: \[(?P<source>[^\[\]]*)\])?"
)
# The beginning of another assessment in the note of one, and another address in a citation.
_ANOTHER_ASSESSMENT = (
    r"(?<![\w-])[0-9]{4}(?:-[0-9]{2}){0,2}[?~]? (?:none|partial|full|unknown)"
    r"(?: for [^\s:]{1,100})?(?: by [^:]{1,100})?:"
)
_ADDRESS = r"(?i)<https?://[^<>\s]*>"
# Separators before a party that begins a new entry at a wrong place.
_CUT = r"[,;/|&()\n]|\sand\s"


def _parts(cell: str, separator: str) -> list[str]:
    return [part for piece in cell.split(separator) if (part := piece.strip())]


class ListNotation(NamedTuple, Generic[_Value]):
    """The notation of a list-valued field.

    It has a ``separator``, and functions that read and write one item. ``by_party``: each item begins with a party.
    ``self_delimiting``: several items in one text can be distinguished without the separator, because each is a code or
    has a beginning that ordinary text does not have.
    """

    separator: str
    read_item: Callable[[str], _Value]
    write_item: Callable[[_Value], str]
    by_party: bool = False
    self_delimiting: bool = False

    def read(self, cell: str) -> tuple[_Value, ...]:
        """Return the items of a cell.

        InvalidValue for an item that would be read back differently after writing it.
        """
        values = []
        for part in _parts(cell, self.separator):
            value = self.read_item(part)
            written = self.write_item(value)
            if self.separator in f" {written} " or (written != part and not self._reads_as(value, written)):
                raise InvalidValue(
                    f"{part!r} would not read back as it is; leave out empty brackets and stray separators"
                )
            values.append(value)
        return tuple(values)

    def carries(self, value: _Value) -> bool:
        """Return whether a value would be read back from its cell."""
        try:
            return self.read(self.write_item(value)) == (value,)
        except InvalidValue:
            return False

    def _reads_as(self, value: _Value, written: str) -> bool:
        try:
            return self.read_item(written) == value
        except InvalidValue:
            return False

    def write(self, values: Iterable[_Value]) -> str:
        """Return the cell of items."""
        return self.separator.join(filter(None, map(self.write_item, values)))


def _read_signatory(text: str) -> Signatory:
    """Read ``AL: Institution (Person, position)``.

    The institution may contain commas and brackets.
    """
    if not _is_balanced(text):
        raise InvalidValue(f"{text!r} has half a pair of brackets; write 'PARTY: Institution (Person, position)'")
    match = re.fullmatch(_SIGNATORY, text)
    if match is None or not match["institution"].strip():
        raise InvalidValue(f"{text!r} is not 'PARTY: Institution (Person, position)'")
    person, position = _person_and_position(match["person"] or "")
    return Signatory(match["party"], match["institution"].strip(), person, position)


def _is_balanced(text: str) -> bool:
    depth = 0
    for char in text:
        depth += (char == "(") - (char == ")")
        if depth < 0:
            return False
    return depth == 0


def _person_and_position(text: str) -> tuple[str, str]:
    """Return the person and the position, separated by a comma.

    A comma inside brackets does not separate: ``A (acting, interim), head``.
    """
    if "(" not in text and ")" not in text:
        person, _, position = text.partition(", ")
        return person, position
    depth = 0
    for place, char in enumerate(text):
        depth += (char == "(") - (char == ")")
        if depth == 0 and text.startswith(", ", place):
            return text[:place], text[place + 2 :]
    return text, ""


def write_by_party(cell: str, party: Callable[[str], str]) -> str:
    """Return a cell of entries ``PARTY: ...`` in our notation.

    The entries are separated by `` ; ``, and the parties are codes. ``party`` returns the code of a code or name, or
    ''. A party and a colon after a semicolon begin a new entry; InvalidValue when they are elsewhere in an entry,
    because they would become part of its text.
    """
    entries: list[list[str]] = []
    after_blank = True  # `` ; `` always separates
    for piece in cell.rstrip("; \t\n").split(";"):
        head, colon, _ = piece.partition(":")
        if not entries or (after_blank and piece.startswith(" ")) or (colon and party(head.strip())):
            entries.append([piece.strip()])
        else:
            entries[-1].append(piece)
        after_blank = piece.endswith(" ")
    whole = map(";".join, entries)
    return " ; ".join(_normalise_entry(entry, party) for entry in whole if entry.strip())


def _normalise_entry(entry: str, party: Callable[[str], str]) -> str:
    head, colon, rest = entry.partition(":")
    before = f"{head}{colon}"
    chunks = rest.split(":") if _is_balanced(entry) else []  # otherwise its reader refuses it
    for chunk in chunks[:-1]:
        name = re.split(_CUT, chunk)[-1].strip()
        code = chunk.rpartition(" ")[2]
        if found := name if party(name) else code if code.isupper() and party(code) == code else "":
            kept = f"{before}{chunk[: chunk.rindex(found)]}".removesuffix("and ").rstrip(" ,;/|&\n")
            shown = f"{kept} ; {found}:{chunks[-1] if len(chunks) == 2 else ' ...'}"
            raise InvalidValue(f"{entry!r} names two parties; write {shown!r}")
        before += f"{chunk}:"
    code = party(head.strip()) if colon else ""
    return f"{code}:{rest}".strip() if code else entry.strip()


def _write_signatory(signatory: Signatory) -> str:
    return f"{signatory.party}: {write_signatory(signatory)}"


def write_signatory(signatory: Signatory) -> str:
    """Write one signatory without its party: ``Institution (Person, position)``."""
    person = ", ".join(filter(None, (signatory.person, signatory.position)))
    return f"{signatory.institution} ({person})" if person else signatory.institution


def _read_relation(text: str) -> Relation:
    """Read ``amends AL-XK-2012-1``."""
    verb, _, key = text.partition(" ")
    if verb not in _VERBS or not re.fullmatch(KEY_PATTERN, key.strip()):
        raise InvalidValue(f"{text!r} is not 'VERB KEY' with one of {', '.join(Verb)}")
    return Relation(verb, key.strip())


def _write_relation(relation: Relation) -> str:
    return f"{relation.verb} {relation.key}"


def _read_source(text: str) -> Source:
    """Read ``Citation <URL>``, or one of both.

    An address must begin with http:// or https://.
    """
    if text.endswith(">"):
        citation, bracket, url = text[:-1].rpartition("<")
        if bracket and ">" not in url and url.split() == [url]:
            if not url.lower().startswith(("http://", "https://")):
                raise InvalidValue(f"the address <{url}> does not begin with http:// or https://")
            if re.search(_ADDRESS, citation):
                raise InvalidValue(f"{text!r} has two addresses; write ' | ' between two sources")
            return Source(citation.strip(), url)
    if re.search(_ADDRESS, text):
        raise InvalidValue(f"{text!r}: an address comes last, as in 'Citation <URL>'; ' | ' separates two sources")
    return Source(text, "")


def write_source(source: Source) -> str:
    """Write one source: ``Citation <URL>``, or the part that is known."""
    if source.citation and source.url:
        return f"{source.citation} <{source.url}>"
    return f"<{source.url}>" if source.url else source.citation


def _read_assessment(text: str) -> Assessment:
    """Read ``DATE SCORE for PARTY by WHO: what was seen [source]``.

    The party and the assessor (WHO) may be missing.
    """
    match = re.fullmatch(_ASSESSMENT, text)
    if match is None or match["score"] not in _SCORES:
        raise InvalidValue(
            f"{text!r} is not 'DATE SCORE: what was seen [source]' with one of {', '.join(Score)};"
            " 'for PARTY' and 'by WHO' may follow the score"
        )
    on = PartialDate.parse(match["on"])
    texts = {name: (match[name] or "").strip() for name in ("note", "source", "assessor", "party")}
    if other := re.search(_ANOTHER_ASSESSMENT, f"{texts['note']} {texts['source']}"):
        raise InvalidValue(f"{text!r} holds another assessment; write ' | ' before {other[0]!r}")
    return Assessment(on, match["score"], **texts)


def write_assessment(assessment: Assessment) -> str:
    """Write one assessment: ``DATE SCORE for PARTY by WHO: what was seen [source]``."""
    party = f" for {assessment.party}" if assessment.party else ""
    assessor = f" by {assessment.assessor}" if assessment.assessor else ""
    source = f"[{assessment.source}]" if assessment.source else ""
    head = f"{assessment.on} {assessment.score}{party}{assessor}:"
    return " ".join(filter(None, (head, assessment.note, source)))


CODES: ListNotation[str] = ListNotation(";", str, str, self_delimiting=True)
REFERENCES: ListNotation[str] = ListNotation(";", str, str)
RELATIONS = ListNotation(";", _read_relation, _write_relation, self_delimiting=True)
SIGNATORIES = ListNotation(" ; ", _read_signatory, _write_signatory, by_party=True, self_delimiting=True)
SOURCES = ListNotation(" | ", _read_source, write_source)
ASSESSMENTS = ListNotation(" | ", _read_assessment, write_assessment)
ACTS = ListNotation(" | ", read_act, write_act)

# The notation of each list-valued field.
NOTATIONS: Mapping[str, ListNotation[Any]] = {
    "types": CODES,
    "parties": CODES,
    "references": REFERENCES,
    "signatories": SIGNATORIES,
    "relations": RELATIONS,
    "sources": SOURCES,
    "implementation": ASSESSMENTS,
    "acts": ACTS,
}


def join_items(field: str, items: Iterable[str]) -> str:
    """Join the items of a list-valued field into its cell.

    InvalidValue when an item contains the separator.
    """
    notation = NOTATIONS[field]
    separator = notation.separator
    kept = [item.strip() for item in items if item.strip()]
    if not notation.self_delimiting:
        for item in kept:
            if separator in item:
                raise InvalidValue(f"{field}: {item!r} holds {separator.strip()!r}, which separates two of them")
    return separator.join(kept).replace(",", ";") if notation is CODES else separator.join(kept)


def split_items(field: str, cell: str) -> list[str]:
    """Return the items of a list-valued field's cell."""
    return _parts(cell, NOTATIONS[field].separator)
