"""The judgement of decoded text by letters and words.

A code page is right when words read as words of one language. A general detector cannot tell ISO-8859-2 from
Windows-1250 by ten words, and these languages can: *©ibenik* is a word in none.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

# The pages in order of preference: of two that read a text alike, the first.
PAGES = {
    "cp1250": "Windows-1250",
    "cp1252": "Windows-1252",
    "cp1251": "Windows-1251",
    "cp1254": "Windows-1254",
    "iso8859_2": "ISO-8859-2",
    "iso8859_5": "ISO-8859-5",
    "iso8859_9": "ISO-8859-9",
    "iso8859_16": "ISO-8859-16",
    "cp1253": "Windows-1253",
    "cp852": "cp852",
    "cp850": "cp850",
    "cp857": "cp857",
    "cp855": "cp855",
    "cp866": "cp866",
    "koi8_r": "KOI8-R",
    "mac_latin2": "Mac Central European",
    "mac_croatian": "Mac Croatian",
    "mac_roman": "Mac Roman",
    "mac_romanian": "Mac Romanian",
    "mac_turkish": "Mac Turkish",
    "mac_cyrillic": "Mac Cyrillic",
}
# Letters beyond ASCII, and frequent words, of the languages that lists of the region are in.
_LANGUAGES = {
    "hr": ("čćđšž", "i o u na za od između republike vlade sporazum ugovor sa"),
    "sq": ("ëç", "e të dhe në për mes i"),
    "sl": ("čšž", "in v o med za na republike vlado"),
    "de": ("äöüß", "und der die des dem zwischen zur vom mit im abkommen"),
    "fr": ("éèêëàâçôùûüîïœæÿ", "de la le et du des entre sur les relatif accord"),
    "it": ("àèéìòù", "di e il la del della tra fra per sulla in accordo"),
    "es": ("áéíóúñü", "de la el y los las del en entre sobre acuerdo por"),
    "pt": ("áàâãéêíóôõúç", "de a o e do da dos das em entre sobre acordo"),
    "hu": ("áéíóöőúüű", "a az és között szóló egyezmény"),
    "cs": ("áčďéěíňóřšťúůýž", "a o mezi v na smlouva republikou"),
    "sk": ("áäčďéíĺľňóôŕšťúýž", "a o medzi v na zmluva republikou"),
    "pl": ("ąćęłńóśźż", "i w o z na do między umowa"),
    "ro": ("ăâîșțşţ", "și şi între privind de la cu acord guvernul"),
    "tr": ("âçğıİîöşüû", "ve ile arasında anlaşması için hükümeti"),
    "nordic": ("åäöæø", "och og mellan mellom mellem om avtale avtal aftale"),
    "nl": ("éëïöü", "de en het van tussen inzake een verdrag"),
    "sr": ("абвгдђежзијклљмнњопрстћуфхцчџш", "и о у на за између републике споразум"),
    "mk": ("абвгдѓежзѕијклљмнњопрстќуфхцчџш", "и за на во меѓу република договор"),
    "bg": ("абвгдежзийклмнопрстуфхцчшщъьюя", "и на за между република споразумение"),
    "ru": ("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "и о в на между соглашение"),
    "uk": ("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя", "і та про між угода"),
    "el": ("αάβγδεέζηήθιίϊΐκλμνξοόπρσςτυύϋΰφχψωώ", "και της του για μεταξύ συμφωνία"),
}
_ALPHABETS = {name: frozenset(letters + letters.upper()) for name, (letters, _) in _LANGUAGES.items()}
_FREQUENT = {
    word: [name for name, (_, others) in _LANGUAGES.items() if word in others.split()]
    for _, words in _LANGUAGES.values()
    for word in words.split()
    if word.isascii() or len(word) > 1
}
# In Polish, ń and ś, ć, ź are written ni, si, ci, zi before a vowel.
_NEVER = re.compile("ń[aeioóuąęńáéíú]")
_AROUND = "„“”‚‘’'\"«»‹›–—…•·°§№ªº¿¡€()[]{}<>.,;:!?*/\\|+-=_&%#@\u00a0`´"
_INSIDE = re.compile(r"[’'–—\-/.,;:()·&\u00a0|\"+_=<>\[\]]+")
_CASE = re.compile("[a-zà-öø-ÿа-яђ-џćčđšž][A-ZÀ-ÖØ-ÞА-ЯЂ-ЏĆČĐŠŽ]")
# The values of a word: of the language of the text, of another one, of none; the most for frequent words.
_OWN, _OTHER, _NONE, _FREQUENT_WORDS = 1.0, 0.4, -2.0, 0.5
# Between two languages that fit alike, those of the Western Balkans; and the value of a typographic mark.
_NEAR, _OF_REGION, _MARK = 0.1, ("hr", "sq", "sr", "mk"), 0.7
# Words of one letter, which judge nothing.
_SINGLE = frozenset("àèéóíá")
_MARKS = frozenset(char for char in _AROUND if not char.isascii())


@dataclass(frozen=True, slots=True)
class Judgement:
    """How well a text reads: its value per word, and its words.

    ``words`` are those with letters beyond ASCII that are words of a language. Above 0 it reads as text.
    """

    value: float
    words: tuple[str, ...]


def judge_text(text: str) -> Judgement:
    """Return how well a text reads in one language of the region."""
    written = Counter(
        word for chunk in text.split() if not chunk.isascii() for word in _words(chunk) if word not in _SINGLE
    )
    marks = sum(1 for chunk in text.split() if not _MARKS.isdisjoint(chunk))
    number = sum(written.values()) + marks
    if not number:
        return Judgement(0.0, ())
    spoken = Counter(name for word in text.lower().split() for name in _FREQUENT.get(word.strip(_AROUND), ()))
    most = max(spoken.values(), default=0)
    possible = {word: _languages(word) for word in written}
    value = max(
        (_MARK * marks + sum(times * _value(word, name, possible[word]) for word, times in written.items())) / number
        + (_NEAR if name in _OF_REGION else 0.0)
        + (_FREQUENT_WORDS * spoken[name] / most if most else 0.0)
        for name in _LANGUAGES
    )  # fmt: skip
    return Judgement(value, tuple(word for word in written if possible[word]))


def _value(word: str, language: str, possible: frozenset[str]) -> float:
    if language in possible and len(word) > 1:  # one letter is a letter in many pages
        return _OWN
    return _OTHER if possible else _NONE


def best_page(sample: bytes) -> tuple[str, Judgement] | None:
    """Return the page in which bytes read best, or None.

    With its judgement. None when they are no text in any page.
    """
    judged = [(page, judge_text(text)) for page in PAGES if (text := _decoded(sample, page)) is not None]
    page, judgement = max(judged, key=lambda one: one[1].value, default=("", Judgement(0.0, ())))
    return (page, judgement) if judgement.value > 0 else None


def _decoded(sample: bytes, page: str) -> str | None:
    try:
        text = sample.decode(page)
    except UnicodeDecodeError:
        return None
    return None if _CONTROL.search(text) else text


_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def _words(chunk: str) -> Iterable[str]:
    for part in _INSIDE.split(chunk.strip(_AROUND)):
        if (word := part.strip(_AROUND)) and not word.isascii():
            yield word


@cache
def _languages(word: str) -> frozenset[str]:
    """Return the languages in which a word can be one."""
    letters = {char for char in word if not char.isascii()}
    if not word.isalnum() or _CASE.search(word) or _NEVER.search(word.lower()):
        return frozenset()
    if any("\u0370" <= char <= "\u04ff" for char in letters) and any(c.isascii() and c.isalpha() for c in word):
        return frozenset()  # two scripts in one word
    return frozenset(name for name, alphabet in _ALPHABETS.items() if letters <= alphabet)


# The first characters that UTF-8 gives when it is read as another page, and a second one.
_BROKEN = re.compile(r"[ÂÃÄÅĂĹĐÐŃÑÎÏ][\u0080-\u00bf\u0100-\u02ff\u2013-\u2122]|[ÂÃÄÅĂĹÐ]?\ufffd")
_THEIR_PAGES = ("cp1252", "cp1250", "cp1254")


def broken_word(text: str) -> tuple[str, str] | None:
    """Return a word that was broken before, and the word it was.

    ``izruÄŤenju`` is *izručenju* in UTF-8, read as Windows-1250. '' instead where a letter is lost (U+FFFD); None for
    a text without such a word.
    """
    if text.isascii() or not _BROKEN.search(text):
        return None
    for word in text.replace("\n", " ").split(" "):
        if _BROKEN.search(word) and ((mended := _mended(word)) or "\ufffd" in word):
            return word, mended
    return None


def _mended(word: str) -> str:
    for page in _THEIR_PAGES:
        found = b"".join(_byte(char, page) for char in word)
        try:
            mended = found.decode()
        except UnicodeDecodeError:
            continue
        if mended != word and judge_text(mended).value > 0:
            return mended
    return ""


def _byte(char: str, page: str) -> bytes:
    """Return the byte of a character.

    One that the page leaves free is itself.
    """
    try:
        return char.encode(page)
    except UnicodeEncodeError:
        return char.encode("latin-1", errors="replace")
