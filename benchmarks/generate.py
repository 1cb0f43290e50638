"""Makes lists of realistic agreements, as many as asked, the same for the same number: ``generate.py 60000 FILE.csv``.

Pairs, titles in several languages, signatories, gazettes, sources, doubtful and missing dates occur about as often as
in the bundled register; nothing of it is true.
"""

import csv
import random
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

FIELDS = (
    "key", "title", "title_original", "form", "types", "parties", "signatories", "level", "signed", "place", "in_force",
    "ended", "status", "references", "relations", "sources", "implementation", "confidence", "notes",
)  # fmt: skip
PARTIES = {
    "AL": "Albania", "BA": "Bosnia and Herzegovina", "ME": "Montenegro", "MK": "North Macedonia", "RS": "Serbia",
    "XK": "Kosovo", "HR": "Croatia", "SI": "Slovenia", "AT": "Austria", "DE": "Germany", "IT": "Italy", "GR": "Greece",
    "BG": "Bulgaria", "RO": "Romania", "HU": "Hungary", "CH": "Switzerland", "TR": "Türkiye", "FR": "France",
}  # fmt: skip
SUBJECTS = {
    "mla": ("mutual legal assistance in criminal matters", "međusobnoj pravnoj pomoći u krivičnim stvarima"),
    "extradition": ("extradition", "изручењу"),
    "police-cooperation": ("police cooperation", "bashkëpunimin policor"),
    "joint-patrol": ("joint patrols along the common border", "patrullimet e përbashkëta përgjatë kufirit"),
    "readmission": ("the readmission of persons residing without authorisation", "реадмисија на лица"),
    "border-crossing": ("local border crossing points", "graničnim prijelazima za pogranični promet"),
    "customs": ("mutual assistance in customs matters", "uzajamnoj pomoći u carinskim pitanjima"),
    "terrorism": ("the fight against terrorism and organised crime", "luftën kundër terrorizmit"),
}
FORMS = {"agreement": "Agreement", "protocol": "Protocol", "mou": "Memorandum of Understanding", "treaty": "Treaty"}
PLACES = ("Tirana", "Pristina", "Sarajevo", "Podgorica", "Skopje", "Beograd", "Zagreb", "Ljubljana", "Wien", "")
PEOPLE = ("A. Hoxha", "Đ. Đorđević", "M. Petrović", "Ј. Стојановски", "K. Kovač", "B. Krasniqi", "N. Jovanović")


def records(number: int) -> Iterator[dict[str, str]]:
    """Yield ``number`` rows in the layout that wbagree imports and exports."""
    chance = random.Random(number)
    given: Counter[str] = Counter()
    for place in range(number):
        yield _record(chance, given, place)


def _record(chance: random.Random, given: Counter[str], place: int) -> dict[str, str]:
    parties = sorted(chance.sample(list(PARTIES), 3 if chance.random() < 0.04 else 2))
    subject = chance.choice(list(SUBJECTS))
    form = chance.choices(list(FORMS), (6, 2, 2, 1))[0]
    signed = _date(chance)
    stem = f"{'-'.join(parties)}-{signed[:4] or 'nd'}"
    given[stem] += 1
    english, original = SUBJECTS[subject]
    ministries = [
        f"{code}: Ministry of Interior of {PARTIES[code]} ({chance.choice(PEOPLE)}, Minister)" for code in parties
    ]
    seen = f"2024-06 partial: {chance.randrange(9)} meetings held [Monitor]"
    return dict.fromkeys(FIELDS, "") | {
        "key": f"{stem}-{given[stem]}",
        "title": f"{FORMS[form]} between {' and '.join(PARTIES[code] for code in parties)} on {english} (no. {place})",
        "title_original": f"Sporazum o {original} ({place})" if chance.random() < 0.5 else "",
        "form": form,
        "types": ";".join(dict.fromkeys([subject, *chance.sample(list(SUBJECTS), chance.randrange(3))])),
        "parties": ";".join(parties),
        "signatories": " ; ".join(ministries) if chance.random() < 0.7 else "",
        "level": chance.choice(("government", "ministry", "agency", "unknown")),
        "signed": signed,
        "place": chance.choice(PLACES),
        "in_force": f"{int(signed[:4]) + 1}" if signed and chance.random() < 0.15 else "",
        "status": chance.choices(("", "in-force", "terminated"), (85, 13, 2))[0],
        "references": f"Official Gazette no. {place % 150}/{signed[:4]}" if signed and chance.random() < 0.4 else "",
        "sources": f"Report of the ministry, {chance.randrange(1995, 2026)} <https://example.org/agreements/{place}>",
        "implementation": seen if chance.random() < 0.2 else "",
        "confidence": chance.choice(("high", "medium", "low")),
        "notes": "English rendering, descriptive: no formal title in the source." if chance.random() < 0.6 else "",
    }


def _date(chance: random.Random) -> str:
    year = chance.randrange(1955, 2026)
    mark = chance.choices(("", "?", "~"), (85, 12, 3))[0]
    month, day = chance.randrange(1, 13), chance.randrange(1, 29)
    texts = (f"{year}-{month:02}-{day:02}{mark}", f"{year}-{month:02}{mark}", f"{year}{mark}", "")
    return chance.choices(texts, (55, 7, 9, 29))[0]


def write(number: int, path: Path) -> None:
    """Write ``number`` rows to a CSV file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, FIELDS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(records(number))


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
