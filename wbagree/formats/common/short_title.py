"""Agreements on one line: a title that fits, and a few facts."""

import re
from collections.abc import Mapping, Sequence

from wbagree.domain.agreements.agreement import Agreement, Record
from wbagree.domain.agreements.status import BY_SOURCE, date_words, source_words, status_words
from wbagree.domain.agreements.vocabularies import label
from wbagree.formats.common.citation import date_in_words

# Of "Agreement between the Government of A and the Government of B on C" only C matters if the pair is known.
_SIDES = r"(?:(?! on ).)+? and (?:(?! on ).)+?(?= on )"
_BETWEEN = re.compile(rf" between {_SIDES}|(?P<kept>^\w+) of the {_SIDES}")
# A title may be cut after the first of its two parties. If that is a government, it adds nothing to the pair.
_ONE_SIDE = re.compile(r" between the (?:Federal )?(?:Council|Government)\b(?:(?! and ).)*$")
# Words and signs that a cut title must not end in.
_DANGLING = re.compile(r"(?:[\s\-–(,:;…]|\b(?:a|an|and|at|between|by|for|from|in|of|on|the|to|with)(?=\W*$))+$")
# Words of a title that name its form, where they differ from the label; the form "other" is never added.
_FORM_IN_TITLE = {"mou": ("memorandum", "mou"), "exchange-of-notes": ("exchange",), "other": ("",)}
# No formal title is longer; matching _BETWEEN against a longer text could take very long.
_LONGEST = 1000
# Up to so many further parties are named; more are counted, and the key names them.
_NAMED = 2
_STATUS = {"provisional": "applied provisionally", "negotiation": "under negotiation", "unknown": "status uncertain"}


def short_title(title: str, room: int) -> str:
    """Return a title in at most ``room`` characters (20 or more).

    … marks what is left out. A long title first loses the names of its parties, if ``on`` and its subject follow them;
    then it is cut between words.
    """
    text = " ".join(title.split())
    if room < len(text) <= _LONGEST:
        text = _BETWEEN.sub(r"\g<kept> …", text, count=1)
    if len(text) <= room:
        return text
    cut = text[: room - 3]
    words = cut if text[room - 3] == " " else cut.rpartition(" ")[0]
    words = _DANGLING.sub("", _ONE_SIDE.sub("", words)) or cut
    return f"{words} …)" if words.count("(") > words.count(")") else f"{words} …"


def one_line_facts(record: Record, title: str, pair: Sequence[str], parties: Mapping[str, str]) -> str:
    """Return the facts to print after a record's title, on one line.

    These are its form, date of signature, the predecessor that signed it, further parties than the pair, its status.
    ``title`` is the title as it is shown: a form that it names is left out. A date without a word before it is that of
    signature. ``parties``: code to name.
    """
    agreement = record.agreement
    signers = record.inherited_from.split()
    date = _date(record, "signed") or "undated"
    by = f"signed by {' and '.join(parties.get(code, code) for code in signers)}" if signers else ""
    others = [parties.get(code, code) for code in agreement.parties if code not in (*pair, *signers)]
    return ", ".join(filter(None, (_form(agreement, title), date, by, _with(others), _status(record))))


def _form(agreement: Agreement, title: str) -> str:
    words = _FORM_IN_TITLE.get(agreement.form, (label(agreement.form),))
    return "" if any(word in title.casefold() for word in words) else label(agreement.form)


def _status(record: Record) -> str:
    agreement = record.agreement
    if record.status == "signed" or (record.status == "unknown" and record.verdict == "nothing-known"):
        return ""
    if record.status == "inherited":
        return _predecessor_status(record)
    words = _STATUS.get(record.status, label(record.status))
    if record.verdict in BY_SOURCE:
        return f"{words} ({source_words(agreement)})"
    if record.status == "in-force" and (since := _date(record, "in_force")):
        return f"{words} since {since}"
    if record.status == "ended" and (on := _date(record, "ended")):
        return f"{words} {on}"
    return words


def _predecessor_status(record: Record) -> str:
    """Return the status for the predecessor, which is named before."""
    if record.verdict == "in-force" and record.agreement.in_force:
        for_whom = "them" if " " in record.inherited_from else "it"
        return f"in force for {for_whom} since {date_in_words(record.agreement.in_force, short=True)}"
    return "" if record.verdict in ("nothing-known", "signed") else status_words(record)


def _date(record: Record, name: str) -> str:
    """Return the date of an event in words, or ''.

    It is the stated one, or else the one that follows from acts.
    """
    stated = getattr(record.agreement, name)
    return date_in_words(stated, short=True) if stated else date_words(record, name)


def _with(others: Sequence[str]) -> str:
    if len(others) > _NAMED:
        return f"with {len(others)} further parties"
    return f"with {' and '.join(others)}" if others else ""
