"""The encoding of a text: Unicode, else a code page of the region."""

import codecs
from pathlib import Path

from wbagree.errors import ImportRefused, UsageProblem

_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_CHUNK = 2**20
_SAMPLE = 2**18
# How many lines a message names.
_NAMED = 10


def codec_of_mark(beginning: bytes) -> str:
    """Return the codec of a text's byte order mark, or ''."""
    return next((codec for mark, codec in _MARKS.items() if beginning.startswith(mark)), "")


def detect_codec(path: Path, name: str, requested: str = "") -> str:
    """Return the codec to read a file with.

    Its byte order mark goes first, then ``requested``, then what its bytes can be. UsageProblem when ``requested`` is
    no encoding, ImportRefused when no encoding of the region fits.
    """
    with path.open("rb") as file:
        sample = file.read(_SAMPLE)
    if codec := codec_of_mark(sample):
        return codec
    if requested:
        codec = codec_named(requested)
        return {"utf-8": "utf-8-sig", "utf-16": "utf-16-le"}.get(codec, codec)
    if codec := _unmarked_utf16(sample):
        return codec
    return "utf-8" if _is_utf8(path) else _page_of(path, name)


def codec_named(requested: str) -> str:
    """Return the codec that a user named; UsageProblem if there is none."""
    try:
        codec = codecs.lookup(requested).name
        "".encode(codec)  # LookupError for a codec that does not encode text
        b"a".decode(codec, errors="replace")  # UnicodeError for a codec of host names only
    except (LookupError, UnicodeError) as error:
        raise UsageProblem(
            f"--encoding {requested!r} is not known", "for example utf-8, utf-16, cp1250, cp1251, cp1252"
        ) from error
    return codec


def _unmarked_utf16(sample: bytes) -> str:
    """Return the codec of UTF-16 without a byte order mark, or ''.

    In UTF-16 every other byte of ASCII characters is NUL, and a delimited text has many of these.
    """
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) < len(sample) / 16:
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _is_utf8(path: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _page_of(path: Path, name: str) -> str:
    """Return the page in which the lines beyond ASCII read best.

    ImportRefused when they read well in none, and when some of them are UTF-8 and others not.
    """
    from wbagree.domain.text.code_pages import best_page, judge_text  # here: most lists are UTF-8

    unicode_lines: list[int] = []
    other_lines: list[int] = []
    sample, unicode_text = [], []
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            if line.isascii():
                continue
            try:
                unicode_text.append(line.decode())
                unicode_lines.append(number)
            except UnicodeDecodeError:
                other_lines.append(number)
                sample.append(line)
            if file.tell() > _SAMPLE and len(sample) + len(unicode_text) > _ENOUGH:
                break
    best = best_page(b"".join(sample))
    if unicode_text and judge_text("".join(unicode_text)).value > 0:
        page = best[0] if best else "utf-8"
        raise ImportRefused(
            f"{name} is {_mixture(unicode_lines, other_lines)}",
            f"save all lines in one encoding, or name that of the whole file: --encoding {page}",
        )
    if best is None:
        raise ImportRefused(
            f"{name}: its encoding cannot be found out", "name it: --encoding NAME, as in cp1250 or cp1251"
        )
    return best[0]


# More lines than these need not be judged.
_ENOUGH = 2000


def _mixture(unicode_lines: list[int], other_lines: list[int]) -> str:
    few, sentence = (
        (other_lines, "UTF-8 but for")
        if len(other_lines) <= len(unicode_lines)
        else (unicode_lines, "not UTF-8 but for")
    )
    numbers = ", ".join(map(str, few[:_NAMED])) + (f" and {len(few) - _NAMED} more" if few[_NAMED:] else "")
    return f"{sentence} line{'s' if few[1:] else ''} {numbers}"


def page_notice(path: Path, name: str, coding: str) -> str:
    """Return a sentence on the page that a list is read in.

    It shows a word of the list. '' for Unicode.
    """
    if coding.startswith("utf"):
        return ""
    from wbagree.domain.text.code_pages import PAGES, judge_text

    with path.open("rb") as file:
        lines = (line.decode(coding, errors="ignore") for line in file if not line.isascii())
        word = next((words[0] for line in lines if (words := judge_text(line).words)), "")
    example = f" (“{word}”)" if word else ""
    return f"{name} was read as {PAGES.get(coding, coding)}{example}; if that is wrong, add --encoding NAME"
