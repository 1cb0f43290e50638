"""References to an agreement: OSCOLA-style text, CSL-JSON, BibTeX, RIS."""

import json
import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

from wbagree.domain.agreements.agreement import Agreement
from wbagree.domain.agreements.vocabularies import label
from wbagree.domain.dates.partial_date import MONTHS, PartialDate


def date_in_words(date: PartialDate, *, short: bool = False) -> str:
    """Return a date as footnotes write it, such as ``10 March 2012``.

    ``c 2012`` is approximate, ``[2012]`` inferred. ``short`` writes three letters of the month: ``10 Mar 2012``.
    """
    month = MONTHS[date.month - 1] if date.month else ""
    parts = [str(date.day) if date.day else "", month[:3] if short else month, str(date.year)]
    words = " ".join(filter(None, parts))
    return f"c {words}" if date.mark == "~" else f"[{words}]" if date.mark == "?" else words


def oscola_reference(agreement: Agreement, parties: Mapping[str, str]) -> str:
    """Return an OSCOLA-style reference: title (parties) (signed, entered into force) references, address."""
    named = "–".join(parties.get(code, code) for code in agreement.parties)
    dates = [
        f"{what} {date_in_words(date)}"
        for what, date in (
            ("signed", agreement.signed),
            ("entered into force", agreement.in_force),
            ("ended", agreement.ended),
        )
        if date
    ]
    title = " ".join(agreement.title.split())
    # If the title names all the parties, they are not named again.
    known = all(re.search(rf"\b{re.escape(parties.get(code, code))}\b", title) for code in agreement.parties)
    parts = [title, "" if known else f"({named})", f"({', '.join(dates)})" if dates else ""]
    reference = " ".join(filter(None, parts))
    official = "; ".join(agreement.references)
    address = next((f"<{source.url}>" for source in agreement.sources if source.url), "")
    return " ".join(filter(None, (reference, official, address)))


def csl_item(agreement: Agreement, parties: Mapping[str, str]) -> dict[str, Any]:
    """Return the CSL-JSON item (type ``treaty``)."""
    item: dict[str, Any] = {
        "id": agreement.key,
        "type": "treaty",
        "title": " ".join(agreement.title.split()),
        "original-title": agreement.title_original,
        "author": [{"literal": parties.get(code, code)} for code in agreement.parties],
        "genre": label(agreement.form),
        "issued": _csl_date(agreement.signed),
        "event-place": agreement.place,
        "number": "; ".join(agreement.references),
        "URL": next((source.url for source in agreement.sources if source.url), ""),
        "note": "; ".join(source.citation for source in agreement.sources if source.citation),
    }
    return {name: value for name, value in item.items() if value}


def _csl_date(date: PartialDate | None) -> dict[str, Any]:
    if date is None:
        return {}
    parts = [part for part in (date.year, date.month, date.day) if part is not None]
    return {"date-parts": [parts]} | ({"circa": True} if date.mark else {})


_LATEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_LATEX_SPECIAL = re.compile(r"[\\{}~^&%$#_]")


def _latex(value: str) -> str:
    return _LATEX_SPECIAL.sub(lambda match: _LATEX.get(match[0], f"\\{match[0]}"), " ".join(value.split()))


def bibtex_entry(agreement: Agreement, parties: Mapping[str, str]) -> str:
    """Return a BibTeX entry; an uncertain date is in its note."""
    signed, url = agreement.signed, next((source.url for source in agreement.sources if source.url), "")
    doubt = f"date {date_in_words(signed)}" if signed and signed.mark else ""
    fields = {
        "title": f"{{{_latex(agreement.title)}}}",
        "author": " and ".join(f"{{{_latex(parties.get(code, code))}}}" for code in agreement.parties),
        "howpublished": _latex("; ".join(agreement.references)),
        "year": str(signed.year) if signed else "",
        "month": str(signed.month) if signed and signed.month else "",
        "day": str(signed.day) if signed and signed.day else "",
        "address": _latex(agreement.place),
        "note": _latex("; ".join(filter(None, (label(agreement.form), doubt)))),
        "url": url.translate({ord(char): f"%{ord(char):02X}" for char in "{}\\"}),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{agreement.key},", *lines, "}"])


def ris_record(agreement: Agreement, parties: Mapping[str, str]) -> str:
    """Return a RIS record."""
    signed = agreement.signed
    date = f"{signed.year:04}/{signed.month or '':0>2}/{signed.day or '':0>2}".replace("/00", "/") if signed else ""
    tags = [
        ("TY", "LEGAL"),
        ("ID", agreement.key),
        ("TI", agreement.title),
        ("OP", agreement.title_original),  # T2 is the journal, or the code of laws
        *(("AU", parties.get(code, code)) for code in agreement.parties),
        ("PY", str(signed.year) if signed else ""),
        ("DA", date),
        ("CY", agreement.place),
        ("M1", "; ".join(agreement.references)),
        ("N1", f"date {date_in_words(signed)}" if signed and signed.mark else ""),
        *(("N1", source.citation) for source in agreement.sources),
        *(("UR", source.url) for source in agreement.sources),
    ]
    lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in tags if value]
    return "\n".join([*lines, "ER  - "])


class Style(StrEnum):
    """How references are written."""

    TEXT = "text"
    CSL = "csl"
    BIBTEX = "bibtex"
    RIS = "ris"


def references_in_style(agreements: Sequence[Agreement], parties: Mapping[str, str], style: Style) -> str:
    """Return the references to agreements in a style.

    CSL-JSON is one array; in the other styles references follow one another.
    """
    if style is Style.CSL:
        return json.dumps([csl_item(agreement, parties) for agreement in agreements], ensure_ascii=False, indent=2)
    return "\n".join(_SINGLE[style](agreement, parties) for agreement in agreements)


_SINGLE = {Style.TEXT: oscola_reference, Style.BIBTEX: bibtex_entry, Style.RIS: ris_record}
