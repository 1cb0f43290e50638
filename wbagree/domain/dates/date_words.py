"""The words of dates in the languages of the region.

Month names come from CLDR by way of Babel, which is slow to import and is loaded only when a date has a word.
"""

import unicodedata
from collections.abc import Mapping
from functools import cache

from wbagree.domain.text.folding import fold, folded_words

# Characters of a day in words, with blanks and punctuation around it.
_LONGEST_DAY_WORD = 30
# The languages of the region and of its neighbours.
LOCALES = (
    *("sq", "bs", "bs_Cyrl", "hr", "sr", "sr_Latn", "mk", "en", "de", "fr", "it", "sl", "hu", "bg", "ro", "el"),
    *("es", "pt"),
)

# Inflected forms, January to December, that CLDR lacks. They are folded like the text: one row also covers Cyrillic.
INFLECTED_MONTHS = (
    # Albanian, definite; genitive
    "janari shkurti marsi prilli maji qershori korriku gushti shtatori tetori nëntori dhjetori",
    "janarit shkurtit marsit prillit majit qershorit korrikut gushtit shtatorit tetorit nëntorit dhjetorit",
    # Serbian, Bosnian and Montenegrin, genitive; locative
    "januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra",
    "januaru februaru martu aprilu maju junu julu avgustu septembru oktobru novembru decembru",
    # Croatian, locative; and the other spellings of a Bosnian August and a Croatian November
    "siječnju veljači ožujku travnju svibnju lipnju srpnju kolovozu rujnu listopadu studenome prosincu",
    "- - - - - - - augusta - - studenog -",
    "- - - - - - - augustu - - studenom -",
    # Slovene, genitive; locative, where they are not the Serbian ones
    "januarja februarja marca - - junija julija - - - - -",
    "januarju februarju marcu - - juniju juliju - - - - -",
    # Austrian; Greek, accusative
    "Jänner Feber - - - - - - - - - -",
    "Ιανουάριο Φεβρουάριο Μάρτιο Απρίλιο Μάιο Ιούνιο Ιούλιο Αύγουστο Σεπτέμβριο Οκτώβριο Νοέμβριο Δεκέμβριο",
)
# Words in dates that change nothing. Not 'do', 'pre', 'until', 'from': those change the date.
FILLER_WORDS = frozenset(
    folded_words(
        "date dated day in of on the year "  # English
        "dan dana dne dt g god godina godine godini mjeseca meseca na od u "  # Bosnian, Croatian, Serbian
        "nedjelju nedelju sredu srijedu subotu "  # of these, the weekdays that have an accusative
        "dita ditën datë data datën e i me më muaj muaji muajit në të vit viti vitin vitit "  # Albanian
        "година години годината ден в во на од от "  # Macedonian, Bulgarian
        "am dem den der des im Jahr Jahre Jahres Tag vom "  # German
        "an année d du de en jour l la le mois "  # French
        "anno dell del di giorno il nel nell "  # Italian
        "dne leta leto v "  # Slovene
        "év évi hó napja napján "  # Hungarian
        "anul anului din luna ziua "  # Romanian
        "έτος έτους στις τη την της το του"  # Greek
    )
)
APPROXIMATION_WORDS = frozenset(
    folded_words(
        "about approx approximately around c ca cca circa cirka oko okolo rreth afërsisht etwa ungefähr zirka "
        "environ vers verso околу около приближно körül kb aproximativ περίπου"
    )
)


@cache
def month_names() -> Mapping[str, tuple[int, ...]]:
    """Return folded month names with the months that they mean.

    One month, unless languages disagree.
    """
    names: dict[str, set[int]] = {}
    for row in INFLECTED_MONTHS:
        for month, name in enumerate(row.split(), 1):
            names.setdefault(fold(name), set()).add(month)
    del names["-"]
    from babel import Locale  # here, because it costs 50 ms that our own notation never needs

    for locale in map(Locale.parse, LOCALES):
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for month, name in locale.months[context][width].items():
                    names.setdefault(fold(name).rstrip("."), set()).add(month)
    return {name: tuple(sorted(months)) for name, months in names.items()}


@cache
def weekday_words() -> frozenset[str]:
    """Return the folded words of weekday names in all ``LOCALES``.

    Abbreviations only in English: ``pre`` and ``do`` are ordinary words in other languages.
    """
    from babel import Locale

    names = [name for locale in LOCALES for name in Locale.parse(locale).days["format"]["wide"].values()]
    names += Locale("en").days["format"]["abbreviated"].values()
    return frozenset(word for name in names for word in folded_words(name))


def _without_marks(text: str) -> str:
    """Return the letters of a text in lower case, without diacritics.

    Not folded: the Albanian *dje* would be *de*, which is German for nothing and the code of Germany.
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if char.isalpha())


# Words of days by their distance from today. Not the Hungarian word for today, which is the code of Morocco.
DAY_WORDS: Mapping[str, int] = {
    _without_marks(word): distance
    for distance, words in (
        (-1, "yesterday dje jučer juče јучер јуче вчера včeraj gestern hier ieri tegnap χθες χτες"),
        (0, "today sot danas данас денес днес danes heute aujourd'hui oggi astăzi azi σήμερα"),
        (1, "tomorrow nesër sutra сутра утре jutri morgen demain domani mâine holnap αύριο"),
    )
    for word in words.split()
}


def day_distance(text: str) -> int | None:
    """Return the distance from today of a day in words.

    -1 for ``yesterday``, None for any text that is no such word.
    """
    return DAY_WORDS.get(_without_marks(text)) if len(text) <= _LONGEST_DAY_WORD else None


# Words of periods by their unit, and by how many of it they are.
PERIOD_WORDS: Mapping[str, tuple[str, int]] = {
    word: (unit, number)
    for unit, number, words in (
        ("day", 1, "d day days dan dana ditë dite ден дена tag tage tagen jour jours giorno giorni nap zi zile"),
        (
            "day",
            7,
            "w week weeks javë jave nedelja nedelje nedjelja nedjelje sedmica sedmice tjedan tjedna недела недели",
        ),
        ("day", 7, "недели woche wochen semaine semaines settimana settimane"),
        ("month", 1, "m mo month months muaj muaji mjesec mjeseca mjeseci mesec meseca meseci месеца"),
        ("month", 1, "monat monate monaten mois mese mesi hónap lună luni"),
        ("year", 1, "y yr year years vit vite vjet g god godina godine godinu години година leto leta let"),
        ("year", 1, "jahr jahre jahren an ans année années anno anni év ani"),
    )
    for word in folded_words(words)
}
