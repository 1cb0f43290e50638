"""Encodings are found: Unicode where it can be that, else the code pages of the region."""

import codecs
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wbagree.errors import ImportRefused, UsageProblem
from wbagree.formats.list_readers import delimited, encoding

CROATIAN = (
    "Naziv;Država;Datum\nSporazum između Vlade Republike Hrvatske i Vijeća ministara o izručenju;BiH;28.11.2012.\n"
    "Ugovor o međusobnoj pravnoj pomoći u kaznenim stvarima;Češka;1.2.2010.\n"
)
SERBIAN = (
    "Назив;Држава;Датум\nСпоразум између Владе Републике Србије и Владе Црне Горе о изручењу;Црна Гора;29.5.2009.\n"
    "Уговор о међусобној правној помоћи;Хрватска;1.2.2010.\n"
)
MACEDONIAN = (
    "Назив;Држава;Датум\nДоговор меѓу Република Македонија и Република Албанија за правна помош;Албанија;15.1.1998\n"
    "Спогодба за ќесарија и ѕвезди;Бугарија;1.2.2010\n"
)
ALBANIAN = (
    "Titulli;Shteti;Data\nMarrëveshje ndërmjet Qeverisë së Republikës së Shqipërisë për ekstradimin;Maqedonia;2016\n"
    "Marrëveshje për çështje policore;Italia;1.2.2010\n"
)
GERMAN = (
    "Titel;Staat;Datum\nAbkommen über die polizeiliche Zusammenarbeit mit Österreich;Bosnien;2010\n"
    "Vertrag über Grenzübergänge und Rückübernahme;Ungarn;1.2.2010\n"
)
FRENCH = (
    "Titre;État;Date\nAccord entre le Conseil fédéral suisse et la Macédoine relatif à la réadmission;MK;1999\n"
    "Convention d'extradition à l'égard des protégés, où naît l'accès;Grèce;1.2.2010\n"
)
TEXTS = {"Croatian": CROATIAN, "Serbian": SERBIAN, "Macedonian": MACEDONIAN, "Albanian": ALBANIAN, "German": GERMAN,
         "French": FRENCH}  # fmt: skip
PAGES = [("Croatian", "cp1250"), ("Serbian", "cp1251"), ("Macedonian", "cp1251"), ("Albanian", "cp1250"),
         ("Albanian", "cp1252"), ("German", "cp1250"), ("German", "cp1252"), ("French", "cp1252")]  # fmt: skip


@pytest.fixture
def found(tmp_path: Path) -> Callable[..., str]:
    """The encoding of a file with these bytes."""

    def of(content: bytes, encoding_name: str = "") -> str:
        path = tmp_path / "list.csv"
        path.write_bytes(content)
        return encoding.detect_codec(path, path.name, encoding_name)

    return of


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize(
    ("mark", "written", "codec"),
    [
        (b"", "utf-8", "utf-8"),
        (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
        (b"", "utf-16-le", "utf-16-le"),
        (b"", "utf-16-be", "utf-16-be"),
    ],
)
def test_unicode_is_known_by_its_mark_or_without(found, language, mark, written, codec):
    content = mark + TEXTS[language].encode(written)
    assert found(content) == codec
    assert content.decode(codec) == TEXTS[language]


@pytest.mark.parametrize(("language", "page"), PAGES)
@pytest.mark.parametrize("lines", [1, 2, 3])
def test_texts_in_the_windows_code_pages_read_as_they_were_written(found, language, page, lines):
    text = "".join(TEXTS[language].splitlines(keepends=True)[:lines])
    content = text.encode(page)
    assert content.decode(found(content)) == text


def test_a_letter_cut_in_two_where_the_file_is_read_in_parts_is_still_utf_8(found):
    for size in (2**18, 2**20):
        assert found(b"a" * (size - 1) + "ж".encode() * 9) == "utf-8"


def test_a_late_letter_is_seen(found):
    assert found(b"Title;Parties\n" * 40_000 + "č".encode("cp1250")) == "cp1250"
    assert found(b"Title;Parties\n" * 40_000 + "č".encode()) == "utf-8"


@pytest.mark.parametrize(
    ("encoding_name", "codec"),
    [("cp1250", "cp1250"), ("Windows-1251", "cp1251"), ("UTF8", "utf-8-sig"), ("latin2", "iso8859-2")],
)
def test_an_encoding_that_is_said_is_taken_whatever_the_file_holds(found, encoding_name, codec):
    assert found(SERBIAN.encode(), encoding_name) == codec


def test_an_encoding_that_is_none_is_refused_with_examples(found):
    with pytest.raises(UsageProblem) as caught:
        found(b"a", "klingon")
    assert caught.value.sentence == "--encoding 'klingon' is not known"
    assert "cp1250" in caught.value.hint


def test_bytes_that_no_page_of_the_region_has_are_refused_with_what_to_do(found):
    with pytest.raises(ImportRefused) as caught:
        found(bytes(range(1, 256)) * 10)
    assert caught.value.sentence == "list.csv: its encoding cannot be found out"
    assert caught.value.hint.startswith("name it: --encoding")


@pytest.mark.parametrize(
    ("content", "encoding_name"),
    [
        (CROATIAN.encode("cp1250"), "utf-8"),
        (b"Title;Parties\n\x81;AL\n", "cp1252"),
        (CROATIAN.encode("utf-16")[:-1], "utf-16"),
    ],
)
def test_a_file_that_is_not_in_the_encoding_said_is_refused_when_it_is_read(tmp_path, content, encoding_name):
    path = tmp_path / "list.csv"
    path.write_bytes(content)
    for delimiter in ("", ";"):
        with (
            pytest.raises(ImportRefused) as caught,
            delimited.open_delimited(path, path.name, encoding_name, delimiter) as read,
        ):
            list(read.rows)
        assert caught.value.sentence == f"list.csv is not {encoding_name} throughout"
        assert caught.value.hint.startswith("name its encoding: --encoding")


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
def test_any_text_in_utf_8_is_found_to_be_utf_8(tmp_path_factory, text):
    path = tmp_path_factory.mktemp("text") / "list.csv"
    path.write_text(text, encoding="utf-8")
    assert encoding.detect_codec(path, path.name) == ("utf-8-sig" if text.startswith("\ufeff") else "utf-8")


OTHER_TEXTS = {
    "Spanish": "Título;País\nAcuerdo de cooperación entre España y Albania;Logroño\n",
    "Portuguese": "Título;País\nAcordo sobre a cooperação e as questões de imigração;São João\n",
    "Turkish": "Başlık;Ülke\nTürkiye ile Arnavutluk arasında güvenlik iş birliği anlaşması;Arnavutluk\n",
    "Romanian": "Titlu;Țară\nAcord între România și Serbia privind extrădarea;Brașov\n",
    "Hungarian": "Cím;Ország\nEgyezmény a Magyar Köztársaság és Szerbia között a jogsegélyről;Kőszeg\n",
    "Polish": "Tytuł;Państwo\nUmowa między Rzecząpospolitą Polską a Albanią o współpracy;Gdańsk\n",
    "Slovenian": "Naslov;Država\nSporazum med Republiko Slovenijo in Črno goro o izročitvi;Brežice\n",
    "Bulgarian": "Заглавие;Държава\nСпоразумение между Република България и Албания за екстрадиция;Русе\n",
    "Russian": "Название;Страна\nСоглашение между Россией и Сербией о выдаче;Югославия\n",
    "one town": "Title;Place\nAgreement A;Požega\n",
    "quotation marks": "Title;Place\nAgreement on “police” – part 1;Tirana\n",
}
ALL_PAGES = ("cp1250", "cp1251", "cp1252", "cp1254", "iso8859_2", "iso8859_5", "iso8859_9", "cp852", "cp855", "koi8_r",
             "mac_latin2", "mac_croatian", "mac_roman", "mac_turkish", "mac_cyrillic")  # fmt: skip


def _written_in(text: str, page: str) -> bytes:
    try:
        return text.encode(page)
    except UnicodeEncodeError:
        return b""


@pytest.mark.parametrize("page", ALL_PAGES)
def test_every_page_of_the_region_is_known_by_its_words(found, page):
    for name, text in (TEXTS | OTHER_TEXTS).items():
        if (content := _written_in(text, page)) and (name, page) != ("quotation marks", "mac_croatian"):
            assert content.decode(found(content)) == text, name


def test_a_file_that_is_utf_8_but_for_some_lines_names_them(found):
    first, second, third = CROATIAN.splitlines(keepends=True)
    with pytest.raises(ImportRefused) as caught:
        found(first.encode() + second.encode() + third.encode("cp1250"))
    assert caught.value.sentence == "list.csv is UTF-8 but for line 3"
    assert "--encoding cp1250" in caught.value.hint
    with pytest.raises(ImportRefused) as caught:
        found((first + third).encode("cp1250") * 2 + second.encode())
    assert caught.value.sentence == "list.csv is not UTF-8 but for line 5"
