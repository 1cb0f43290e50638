"""Agreements on one line: a title that fits, and a few facts."""

import re
from collections.abc import Mapping, Sequence

from wbagree.domain.agreements.agreement import Agreement, Record
from wbagree.domain.agreements.vocabularies import label
from wbagree.formats.common.citation import in_words

# "Agreement between the Government of A and the Government of B on C": of a pair's own paper, C is what matters.
_SIDES = r"(?:(?! on ).)+? and (?:(?! on ).)+?(?= on )"
_BETWEEN = re.compile(rf" between {_SIDES}|(?P<kept>^\w+) of the {_SIDES}")
# Half of who a long title is between, where that is a government, says nothing that the pair does not.
_ONE_SIDE = re.compile(r" between the (?:Federal )?(?:Council|Government)\b(?:(?! and ).)*$")
# What a cut title does not end in.
_DANGLING = re.compile(r"(?:[\s\-–(,:;…]|\b(?:a|an|and|at|between|by|for|from|in|of|on|the|to|with)(?=\W*$))+$")
# What a title may call its form by; "other" says nothing that could be added.
_SAYING = {"mou": ("memorandum", "mou"), "exchange-of-notes": ("exchange",), "other": ("",)}
# No formal title is longer; looking for who a longer text is between could take for ever.
_LONGEST = 1000
# So many further parties are named; more are counted, and stand in the key.
_NAMED = 2
_STATUS = {"provisional": "applied provisionally", "negotiation": "under negotiation", "unknown": "status uncertain"}


def short_title(title: str, room: int) -> str:
    """Return a title in at most ``room`` characters (20 or more), with … for what is left out.

    A long one first loses who it is between, if it goes on to say what it is on; then it is cut between words.
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
    """Return what is known of a record beside its title: form, date of signature, who signed it for whom, status.

    ``title`` is what is shown of its title: a form that it says is not said again. A date without a word is that of
    signature. ``parties`` are the names of parties by code.
    """
    agreement = record.agreement
    signers = record.inherited_from.split()
    date = in_words(agreement.signed, short=True) if agreement.signed else "undated"
    by = f"signed by {' and '.join(parties.get(code, code) for code in signers)}" if signers else ""
    others = [parties.get(code, code) for code in agreement.parties if code not in (*pair, *signers)]
    return ", ".join(filter(None, (_form(agreement, title), date, by, _with(others), _status(record))))


def _form(agreement: Agreement, title: str) -> str:
    form_in_title = any(word in title.casefold() for word in _SAYING.get(agreement.form, (label(agreement.form),)))
    return "" if form_in_title else label(agreement.form)


def _status(record: Record) -> str:
    agreement = record.agreement
    if record.status == "signed" or (record.status == "unknown" and record.verdict == "nothing-known"):
        return ""
    words = _STATUS.get(record.status, label(record.status))
    if record.status == "in-force" and agreement.in_force:
        return f"{words} since {in_words(agreement.in_force, short=True)}"
    if record.status == "ended" and agreement.ended:
        return f"{words} {in_words(agreement.ended, short=True)}"
    return words


def _with(others: Sequence[str]) -> str:
    if len(others) > _NAMED:
        return f"with {len(others)} further parties"
    return f"with {' and '.join(others)}" if others else ""
