"""What a treaty office keeps of a text: stated, shown, found, exported, imported, merged and undone."""

import csv
import io
import json
import shutil

import pytest

from wbagree.formats.list_readers.vocabulary import bundled_vocabulary

KEY = "AL-XK-2012-1"
FACTS = {
    "languages": "sq;en, en prevails",
    "entry_clause": "On the day of the later notification.",
    "termination_clause": "Six months after a written notice.",
    "depositary": "Ministria e Punëve të Jashtme",
    "archive_number": "7/2012-MPJ",
    "registration": "UN 51234",
    "responsible": "Drejtoria e Traktateve",
    "binding": "yes",
}
OPTIONS = tuple(part for name, text in FACTS.items() for part in (f"--{name.replace('_', '-')}", text))
WORDS = {**FACTS, "languages": "Albanian, English; English prevails"}
HEADINGS = {
    "languages": "Languages",
    "entry_clause": "Entry clause",
    "termination_clause": "Termination clause",
    "depositary": "Depositary",
    "archive_number": "Archive number",
    "registration": "Registration",
    "responsible": "Responsible",
    "binding": "Binding",
}


@pytest.fixture
def kept(wbagree, seeded):
    """The facts of an agreement as the register has them."""

    def read(key=KEY, db=seeded):
        shown = json.loads(wbagree("show", key, "--format", "json", db=db).stdout)
        return {name: shown[name] for name in FACTS}

    return read


@pytest.fixture
def edited(wbagree, seeded):
    """The bundled register, in which one agreement has all of them."""
    ran = wbagree("edit", KEY, *OPTIONS, db=seeded)
    assert ran.returncode == 0, ran.stderr
    return seeded


NOTHING = {**dict.fromkeys(FACTS, ""), "binding": None}


def test_they_are_edited_undone_and_redone(wbagree, edited, kept):
    assert kept() == FACTS
    wbagree("undo", db=edited)
    assert kept() == NOTHING
    wbagree("redo", db=edited)
    assert kept() == FACTS
    wbagree("edit", KEY, "--binding", "unknown", "--languages", "", db=edited)
    assert kept() == {**FACTS, "binding": None, "languages": ""}


def test_they_are_added_in_words_of_the_region(wbagree, seeded, kept):
    options = ("--title", "Protocol", "-f", "protocol", "-t", "mla", "-p", "AL", "-p", "XK")
    ran = wbagree("add", *options, "--languages", "gjuha shqipe, angleze", "--binding", "jo", db=seeded)
    assert kept(ran.stdout.strip()) == {**NOTHING, "languages": "sq;en", "binding": "no"}


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--languages", "sq;each its own"), "languages: 'each its own' is no language"),
        (("--binding", "perhaps"), "binding: 'perhaps' is none of yes, no, unknown"),
    ],
    ids=str,
)
def test_what_they_cannot_be_is_refused(options, sentence, wbagree, seeded):
    ran = wbagree("edit", KEY, *options, db=seeded)
    assert ran.returncode == 4
    assert sentence in ran.stderr


def test_they_are_shown_in_words(wbagree, edited):
    sheet = " ".join(wbagree("show", KEY, db=edited).stdout.split())
    markdown = wbagree("export", "--pair", "AL-XK", "--format", "md", db=edited).stdout
    for name, text in WORDS.items():
        assert f"{HEADINGS[name]}: {text}" in sheet
        assert f"- {HEADINGS[name]}: {text}" in markdown
    listed = wbagree("list", "--pair", "AL-XK", "--columns", "key,languages", db=edited).stdout
    assert WORDS["languages"] in listed


def test_the_page_has_them(wbagree, edited, tmp_path):
    ran = wbagree("report", str(tmp_path / "page.html"), db=edited)
    assert ran.returncode == 0, ran.stderr
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert all(text in page for text in (*WORDS.values(), *HEADINGS.values()))


def test_an_agreement_of_which_none_is_known_says_nothing_of_them(wbagree, seeded):
    sheet = wbagree("show", KEY, db=seeded).stdout
    assert not [heading for heading in HEADINGS.values() if f"{heading}:" in sheet]
    rows = csv.reader(io.StringIO(wbagree("export", "--pair", "AL-XK", "--format", "csv", db=seeded).stdout))
    assert FACTS.keys().isdisjoint(next(rows))


@pytest.mark.parametrize("word", ["notification", "jashtme", '"7 2012 MPJ"', "51234", "drejtoria traktateve"])
def test_search_finds_them_in_any_spelling(word, wbagree, edited):
    words = [word] if '"' in word else word.split(" ")
    assert KEY in wbagree("search", *words, db=edited).stdout


@pytest.mark.parametrize("format_", ["csv", "json", "jsonl", "xlsx"])
def test_what_is_exported_comes_back(format_, wbagree, edited, kept, tmp_path):
    file, db = tmp_path / f"export.{format_}", tmp_path / "other.db"
    assert wbagree("export", "--pair", "AL-XK", "-o", str(file), db=edited).returncode == 0
    assert wbagree("import", str(file), db=db).returncode == 0
    assert kept(db=db) == FACTS
    if format_ == "csv":
        assert wbagree("export", "--format", "csv", db=db).stdout == file.read_text(encoding="utf-8")


def test_the_register_is_sound_with_them(wbagree, edited):
    assert wbagree("db", "check", db=edited).returncode == 0


LISTS = {
    "sq": "Titulli,Palët,Gjuhët autentike,Klauzola e hyrjes në fuqi,Klauzola e denoncimit,Depozitari,Numri i arkivit,"
    "Numri i regjistrimit në OKB,Institucioni përgjegjës,Detyrues",
    "bs": "Naziv,Strane,Jezici,Odredba o stupanju na snagu,Klauzula o otkazu,Depozitar,Arhivski broj,"
    "Broj registracije UN,Nadležna institucija,Pravno obavezujući",
    "hr": "Naziv,Strane,Vjerodostojni jezici,Uvjeti za stupanje na snagu,Otkazna klauzula,Čuvar izvornika,"
    "Arhivska oznaka,Registracija pri UN-u,Nadležno tijelo,Obvezujući",
    "sr": "Назив,Стране,Језици,Услови за ступање на снагу,Одредба о отказивању,Депозитар,Архивски број,"
    "Регистрација код УН,Надлежни орган,Правно обавезујући",
    "mk": "Наслов,Страни,Автентични јазици,Услови за влегување во сила,Клаузула за откажување,Депозитар,"
    "Архивски број,Број на регистрација во ООН,Надлежна институција,Обврзувачки",
    "en": "Title,Parties,Authentic languages,Entry-into-force clause,Termination clause,Depositary,Archive number,"
    "UN registration number,Responsible institution,Legally binding",
    "de": "Titel,Vertragsparteien,Vertragssprachen,Inkrafttretensklausel,Kündigungsklausel,Verwahrer,Archivnummer,"
    "UN-Registrierungsnummer,Zuständige Behörde,Rechtsverbindlich",
    "fr": "Titre,Parties,Langues faisant foi,Clause d'entrée en vigueur,Clause de dénonciation,Dépositaire,"
    "Cote d'archives,Numéro d'enregistrement ONU,Autorité compétente,Juridiquement contraignant",
    "it": "Titolo,Parti,Lingue facenti fede,Clausola di entrata in vigore,Clausola di denuncia,Depositario,"
    "Numero d'archivio,Numero di registrazione ONU,Autorità competente,Vincolante",
}
CELLS = {
    "sq": ("shqip dhe anglisht", "po"), "bs": ("albanski, engleski", "da"), "hr": ("albanski; engleski", "da"),
    "sr": ("албански и енглески", "да"), "mk": ("албански, англиски", "да"), "en": ("Albanian and English", "Yes"),
    "de": ("Albanisch, Englisch", "ja"), "fr": ("albanais et anglais", "oui"), "it": ("albanese e inglese", "sì"),
}  # fmt: skip


@pytest.mark.parametrize("language", LISTS)
def test_the_list_of_a_ministry_has_them_in_columns_of_its_language(language, wbagree, tmp_path, kept, _templates):  # noqa: PT019  (its value is used)
    named, yes = CELLS[language]
    row = ("Marrëveshje", "AL;XK", named, "On signature", "With notice", "MFA", "A 7", "51234", "Police", yes)
    written = io.StringIO()
    csv.writer(written).writerow(row)
    (tmp_path / "list.csv").write_text(f"{LISTS[language]}\n{written.getvalue()}", encoding="utf-8")
    db = shutil.copy(_templates["empty"], tmp_path / "other.db")
    ran = wbagree("import", str(tmp_path / "list.csv"), db=db)
    assert ran.returncode == 0, ran.stderr
    (key,) = wbagree("list", "--columns", "key", "--format", "csv", db=db).stdout.split()[1:]
    texts = ("sq;en", "On signature", "With notice", "MFA", "A 7", "UN 51234", "Police", "yes")
    assert kept(key, db) == dict(zip(FACTS, texts, strict=True))


def test_what_no_field_can_hold_goes_into_the_notes(wbagree, tmp_path):
    (tmp_path / "list.csv").write_text(
        "Title,Parties,Languages,Binding,UNTS registration\n"
        "Agreement,AL;XK,each in its own,in part,see I-51234\nTreaty,AL;ME,,,I-51235\n",
        encoding="utf-8",
    )
    assert wbagree("import", str(tmp_path / "list.csv")).returncode == 0
    found = json.loads(
        wbagree("list", "--columns", "title,notes,languages,binding,registration", "--format", "json").stdout
    )
    rows = {row["title"]: row for row in found}
    assert "Languages: each in its own" in rows["Agreement"]["notes"]
    assert "Binding: in part" in rows["Agreement"]["notes"]
    assert (rows["Agreement"]["languages"], rows["Agreement"]["binding"]) == ("", None)
    assert [rows[title]["registration"] for title in ("Agreement", "Treaty")] == ["see I-51234", "UN I-51235"]


def test_numbers_of_a_ministry_stay_references():
    headers = ("Registration number", "Broj registracije", "Registarski broj", "UNTS", "UNTS No.")
    assert {bundled_vocabulary().field_of(header) for header in headers} == {"references"}


def test_nothing_says_of_a_text_that_it_is_not_binding_unless_a_source_does(wbagree, seeded):
    options = ("--title", "Memorandum", "-f", "mou", "-t", "mla", "-p", "AL", "-p", "XK", "--signed", "2012-03-10")
    key = wbagree("add", *options, db=seeded).stdout.strip()
    shown = wbagree("show", key, db=seeded).stdout.lower()
    assert "binding" not in shown
    assert "not in force" not in shown
    wbagree("edit", key, "--binding", "no", db=seeded)
    assert "Binding:        no" in wbagree("show", key, db=seeded).stdout
