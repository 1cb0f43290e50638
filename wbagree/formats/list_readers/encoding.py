"""The encoding of a text: Unicode, else a Windows code page."""

import codecs
import re
from pathlib import Path

from wbagree.errors import ImportRefused, UsageProblem

_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_PAGES = ("cp1251", "cp1250", "cp1252")
_CHUNK = 2**20
_SAMPLE = 2**18
# Letters of Central European and of Western texts, at the bytes that cp1250 and cp1252 decode differently.
_CENTRAL = re.compile("[čćđšžČĆĐŠŽőűŐŰłŁńŃęĘąĄřŘěĚůŮňŇťŤďĎľĽşŞţŢăĂ]")
_WESTERN = re.compile("[èÈàÀùÙêÊûÛãÃõÕñÑæÆøØåÅïÏ]")


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
    return "utf-8" if _is_utf8(path) else _windows_page(sample, name)


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


def _windows_page(sample: bytes, name: str) -> str:
    from charset_normalizer import from_bytes  # here: most lists are UTF-8 and do not need it

    best = from_bytes(sample, cp_isolation=list(_PAGES)).best()
    if best is None:
        raise ImportRefused(
            f"{name}: its encoding cannot be found out", "name it: --encoding NAME, as in cp1250 or cp1251"
        )
    if best.encoding == "cp1251":
        return "cp1251"
    # The two Latin pages share most letters (ë, ç, ö, ü, é): the other letters decide, and in doubt it is cp1250.
    central = len(_CENTRAL.findall(sample.decode("cp1250", errors="ignore")))
    western = len(_WESTERN.findall(sample.decode("cp1252", errors="ignore")))
    return "cp1252" if western > central else "cp1250"
