"""Other people's lists, as they are typed in the region's offices: each becomes records that ``show`` tells right."""

import json
from datetime import date

import pytest
from openpyxl import Workbook

ALBANIAN = (
    ("MINISTRIA E PUNËVE TË BRENDSHME",),
    ("Lista e marrëveshjeve dypalëshe",),
    (),
    ("Nr.", "Shteti", "Titulli i marrëveshjes", "Data e nënshkrimit", "Hyrja në fuqi", "Shënime"),
    (1, "Kosova", "Marrëveshje për patrullime të përbashkëta", "3 qershor 2016", "1.9.2016", "Origjinali në arkiv"),
    (2, "Mali i Zi", "Protokoll për bashkëpunimin policor", "12.05.2014", None, None),
    (3, "Republika e Maqedonisë së Veriut", "Marrëveshje për ekstradimin", date(2018, 6, 1), 2019, None),
)
SERBIAN = """\
Р.бр.;Назив споразума;Уговорне стране;Датум потписивања;Ступио на снагу
1;Споразум о изручењу;Република Србија, Црна Гора;1. августа 2018. године;12.03.2019.
2;Протокол о заједничким патролама;Србија и Босна и Херцеговина;15. маја 2011. године;
"""
MACEDONIAN = """\
Ред. број\tНаслов на договорот\tДоговорни страни\tДатум на потпишување\tВлегување во сила
1\tДоговор за екстрадиција\tРепублика Македонија и Косово\t12 мај 2011 година\t2012
2\tПротокол за полициска соработка\tСеверна Македонија, Албанија\t03.07.2019\t
"""
CROATIAN = """\
Naziv ugovora;Stranke;Datum potpisivanja;Stupio na snagu;Službeno glasilo
Ugovor o izručenju;Republika Hrvatska i Crna Gora;10.02.2010. godine;23.03.2011. godine;NN-MU 3/2011
Sporazum o graničnoj kontroli;Hrvatska, Bosna i Hercegovina;lipanj 2007.;;
"""
GERMAN = """\
Titel,Vertragsparteien,Datum der Unterzeichnung,Inkrafttreten
"Vertrag über die Auslieferung","Österreich, Albanien",18. Februar 2010,1. März 2011
"Protokoll über die
polizeiliche Zusammenarbeit",Deutschland und Serbien,März 2004,
"""
FRENCH = json.dumps(
    [
        {"titre": "Convention d'extradition", "parties": ["France", "Albanie"], "date de signature": "1er mai 2013"},
        {"titre": "Accord de réadmission", "parties": "France; Kosovo", "date de signature": "2009-12-02"},
    ]
)
PARTS = """\
title,parties,year,month,day
Extradition treaty,AL;ME,2009,4,16
Agreement on readmission,AL;ME,2010,11,
Police cooperation agreement,AL;ME,2011,,
"""
PAIRS = """\
Agreement title|Party A|Party B|Date signed
Extradition treaty|Bosnia and Herzegovina|RKS|29 July 2012
Police cooperation agreement|Kosovo*|FYROM|2008
"""
# What ``show`` says of each record: title, form, type, parties, date of signature, entry into force.
LISTS = {
    "Serbian": ("spisak.csv", "cp1251", SERBIAN, {
        "ME-RS-2018-1": ("Споразум о изручењу", "agreement", "extradition", "ME RS", "2018-08-01", "2019-03-12"),
        "BA-RS-2011-1": ("Протокол о заједничким патролама", "protocol", "joint-patrol", "BA RS", "2011-05-15", ""),
    }),
    "Macedonian": ("lista.tsv", "utf-16", MACEDONIAN, {
        "MK-XK-2011-1": ("Договор за екстрадиција", "agreement", "extradition", "MK XK", "2011-05-12", "2012"),
        "AL-MK-2019-1": ("Протокол за полициска соработка", "protocol", "police-cooperation", "AL MK", "2019-07-03",
                         ""),
    }),
    "Croatian": ("popis.csv", "cp1250", CROATIAN, {
        "HR-ME-2010-1": ("Ugovor o izručenju", "treaty", "extradition", "HR ME", "2010-02-10", "2011-03-23"),
        "BA-HR-2007-1": ("Sporazum o graničnoj kontroli", "agreement", "border-control", "BA HR", "2007-06", ""),
    }),
    "German": ("liste.csv", "utf-8-sig", GERMAN, {
        "AL-AT-2010-1": ("Vertrag über die Auslieferung", "treaty", "extradition", "AL AT", "2010-02-18", "2011-03-01"),
        "DE-RS-2004-1": ("Protokoll über die polizeiliche Zusammenarbeit", "protocol", "police-cooperation", "DE RS",
                         "2004-03", ""),
    }),
    "French": ("liste.json", "utf-8", FRENCH, {
        "AL-FR-2013-1": ("Convention d'extradition", "convention", "extradition", "AL FR", "2013-05-01", ""),
        "FR-XK-2009-1": ("Accord de réadmission", "agreement", "readmission", "FR XK", "2009-12-02", ""),
    }),
    "dates in parts": ("parts.csv", "utf-8", PARTS, {
        "AL-ME-2009-1": ("Extradition treaty", "treaty", "extradition", "AL ME", "2009-04-16", ""),
        "AL-ME-2010-1": ("Agreement on readmission", "agreement", "readmission", "AL ME", "2010-11", ""),
        "AL-ME-2011-1": ("Police cooperation agreement", "agreement", "police-cooperation", "AL ME", "2011", ""),
    }),
    "two party columns": ("pairs.txt", "utf-8", PAIRS, {
        "BA-XK-2012-1": ("Extradition treaty", "treaty", "extradition", "BA XK", "2012-07-29", ""),
        "MK-XK-2008-1": ("Police cooperation agreement", "agreement", "police-cooperation", "MK XK", "2008", ""),
    }),
}  # fmt: skip


@pytest.fixture
def facts_of(wbagree):
    """What ``show`` tells of a record, in the order of LISTS, and the rest of it."""

    def show(key, db):
        shown = json.loads(wbagree("show", key, "--format", "json", db=db).stdout)
        facts = (
            shown["title"],
            shown["form"],
            " ".join(shown["types"]),
            " ".join(shown["parties"]),
            *(shown[name] or "" for name in ("signed", "in_force")),
        )
        return facts, shown

    return show


@pytest.mark.parametrize("name", LISTS)
def test_a_list_becomes_records_and_a_second_run_is_a_no_op(name, wbagree, facts_of, empty, tmp_path):
    file, encoding, text, records = LISTS[name]
    (tmp_path / file).write_bytes(text.encode(encoding))
    ran = wbagree("import", str(tmp_path / file), db=empty)
    assert ran.returncode == 0, ran.stderr
    assert f"{file}: {len(records)} rows read: {len(records)} new, 0 updated, 0 unchanged, 0 refused" in ran.stderr
    for key, facts in records.items():
        shown, whole = facts_of(key, empty)
        assert shown == facts
        assert whole["came_from"][0]["file"] == file
        assert "Inferred from the title when imported: form, types." in whole["notes"]
    listed = wbagree("list", "--columns", "key", "--format", "csv", db=empty).stdout.split()
    assert sorted(listed[1:]) == sorted(records)
    again = wbagree("import", str(tmp_path / file), db=empty)
    assert f"{len(records)} rows read: 0 new, 0 updated, {len(records)} unchanged, 0 refused" in again.stderr


def test_a_ministrys_workbook_names_only_the_partner(wbagree, facts_of, empty, tmp_path):
    book = Workbook()
    for row in ALBANIAN:
        book.active.append(row)
    book.save(tmp_path / "lista.xlsx")
    unsaid = wbagree("import", str(tmp_path / "lista.xlsx"), db=empty)
    assert (unsaid.returncode, unsaid.stdout) == (2, "")
    assert (
        "column 'Shteti' has only the partner country.\n  Add --home CODE for your own country (for example"
        in unsaid.stderr
    )
    ran = wbagree("import", str(tmp_path / "lista.xlsx"), "--home", "AL", db=empty)
    assert ran.returncode == 0, ran.stderr
    facts, whole = facts_of("AL-XK-2016-1", empty)
    patrols = "Marrëveshje për patrullime të përbashkëta"
    assert facts == (patrols, "agreement", "joint-patrol", "AL XK", "2016-06-03", "2016-09-01")
    assert whole["came_from"] == [{"batch": 1, "file": "lista.xlsx", "line": 5, "undone_by": None}]
    assert whole["notes"].startswith("Origjinali në arkiv\n")
    assert facts_of("AL-ME-2014-1", empty)[0][1:5] == ("protocol", "police-cooperation", "AL ME", "2014-05-12")
    assert facts_of("AL-MK-2018-1", empty)[0][2:] == ("extradition", "AL MK", "2018-06-01", "2019")
    assert "Came from:      lista.xlsx, line 7 (import 1)" in wbagree("show", "AL-MK-2018-1", db=empty).stdout


def test_a_croatian_gazette_is_a_reference(wbagree, facts_of, empty, tmp_path):
    (tmp_path / "popis.csv").write_bytes(CROATIAN.encode("cp1250"))
    wbagree("import", str(tmp_path / "popis.csv"), db=empty)
    assert facts_of("HR-ME-2010-1", empty)[1]["references"] == ["NN-MU 3/2011"]


@pytest.mark.parametrize(("order", "day"), [("dmy", "2012-03-05"), ("mdy", "2012-05-03"), (None, None)])
def test_an_ambiguous_date_is_refused_unless_the_order_is_said(order, day, wbagree, facts_of, empty):
    text = "title,parties,date signed\nExtradition treaty,AL;XK,05/03/2012\n"
    ran = wbagree("import", "-", *(("--date-order", order) if order else ()), db=empty, stdin=text)
    if order:
        assert facts_of("AL-XK-2012-1", empty)[0][4] == day
    else:
        assert ran.returncode == 6
        assert "stdin:2 date signed (signed): date '05/03/2012'" in ran.stderr
        assert "--date-order dmy (or mdy)" in ran.stderr


def test_an_unknown_party_is_a_problem_with_the_nearest_and_never_a_guess(wbagree, facts_of, empty):
    text = "title,parties,date signed\nExtradition treaty,Albania; Serbja,2012\n"
    ran = wbagree("import", "-", db=empty, stdin=text)
    assert ran.returncode == 6
    assert "stdin:2 parties: unknown party: 'Serbja'; did you mean RS (Serbia)" in ran.stderr
    mapped = wbagree("import", "-", "--party", "Serbja=RS", db=empty, stdin=text)
    assert mapped.returncode == 0, mapped.stderr
    assert facts_of("AL-RS-2012-1", empty)[0][3] == "AL RS"
