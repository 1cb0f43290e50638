"""The questions of ``add`` and ``edit``, at a real terminal: what is asked, understood, shown and stored."""

import sqlite3
from contextlib import closing
from datetime import date, timedelta

import pytest

from wbagree.cli.prompts.choices import choices_of
from wbagree.cli.prompts.field_editor import field_of
from wbagree.errors import WbagreeError
from wbagree.services.agreement_changes import validator_for

KEY = "AL-XK-2012-1"
NO_EDITOR = {"EDITOR": "", "VISUAL": "", "NO_COLOR": "1", "WBAGREE_USER": "besa"}
RESCUE = ("-p", "AL-XK", "-f", "mou", "-t", "mla", "--title", "MoU on mountain rescue", "--signed", "2024-06-03")
SOURCE = ("--source", "Gazette 12/2024")
SAVE = "Save? [Y/n]: "


@pytest.fixture
def person(at_terminal):
    """Somebody at a terminal of 80 columns, without an editor."""

    def answers(*arguments, db, typed=(), **more):
        screen = at_terminal(*arguments, db=db, typed=typed, columns=80, **{**NO_EDITOR, **more})
        assert "Traceback" not in screen.text
        return screen

    return answers


def shown_today(text):
    """The screen with a day of the same width in place of today."""
    return text.replace(date.today().isoformat(), "2026-11-30")


def number_of_agreements(path):
    with closing(sqlite3.connect(path)) as register:
        return register.execute("SELECT count(*) FROM agreement").fetchone()[0]


def test_a_new_agreement_is_asked_for_field_by_field_and_shown_before_it_is_saved(person, stored, empty, golden):
    typed = ("", "MoU on cyber incidents", "", "AL Kosva", "al-xk", "memx", "memo", "co-op", "17, organ", "soon",
             "31.2.2012", "05/03/2012", "5.3.2012", "Tirana", "qeveria", "", "1.7.2012", "na snazi", "FZ 12/2012",
             "MoI <https://m.al>", "9", "2", "Seen.", "")  # fmt: skip
    screen = person("add", db=empty, typed=typed)
    assert screen.returncode == 0, screen.text
    golden("add-80.txt", shown_today(screen.text))
    assert max(len(line) for line in screen.text.splitlines()) <= 80
    added = stored("AL-XK-2012-1", empty)
    assert (added["parties"], added["form"], added["types"]) == (["AL", "XK"], "mou", ["information-exchange",
                                                                                    "organised-crime"])  # fmt: skip
    assert (added["signed"], added["in_force"], added["level"]) == ("2012-03-05", "2012-07-01", "government")
    assert (added["status"], added["confidence"], added["references"]) == ("in-force", "medium", ["FZ 12/2012"])


def test_what_was_given_by_option_is_not_asked_again(person, stored, empty):
    screen = person("add", *RESCUE[:6], *SOURCE, db=empty, typed=("On rescue", "", "dje", *[""] * 9))
    assert screen.returncode == 0, screen.text
    for question in ("Parties, such as", "Form (required)", "Types, the main one", "Source, such as"):
        assert question not in screen.text
    yesterday = (date.today() - timedelta(days=1)).isoformat()
    assert f"(understood as {yesterday})" in screen.text
    assert stored(f"AL-XK-{yesterday[:4]}-1", empty)["signed"] == yesterday


def test_a_wrong_option_is_refused_before_any_question(person, empty):
    screen = person("add", "-p", "AL", "-p", "Kosva", "-f", "memx", db=empty)
    assert screen.returncode == 4
    assert "New agreement" not in screen.text
    assert "'memx' is none of" in screen.text


def test_only_answers_that_contradict_others_are_asked_again(person, stored, empty):
    typed = ("", "", "AL: Ministry (A B); RS: Police", *[""] * 5, "AL: Ministry; XK: Police", "")
    screen = person("add", *RESCUE[:-4], *SOURCE, "--place", "Tirana", "--signed", "2023", db=empty,
                    typed=("On rescue", *typed))  # fmt: skip
    assert screen.returncode == 0, screen.text
    assert "Signatories: RS is not among the parties AL;XK" in screen.text
    assert screen.text.count("Title in English") == 1
    added = stored("AL-XK-2023-1", empty)
    assert [one["institution"] for one in added["signatories"]] == ["Ministry", "Police"]


@pytest.mark.parametrize("answer", ["n", "\x03"])
def test_a_question_that_is_declined_stores_nothing(answer, person, empty, tmp_path):
    before = empty.read_bytes()
    screen = person("add", *RESCUE, *SOURCE, db=empty, typed=(answer,))
    assert (screen.returncode, empty.read_bytes()) == (130, before)
    assert screen.text.endswith("wbagree: stopped; nothing was changed\n")
    new = tmp_path / "new.db"
    screen = person("add", *RESCUE, *SOURCE, db=new, typed=(answer,))
    assert (screen.returncode, new.exists()) == (130, False)
    assert screen.text.endswith("wbagree: stopped; nothing was changed\n")


def test_an_agreement_given_whole_is_shown_and_saved_with_enter(person, stored, empty):
    screen = person("add", *RESCUE, *SOURCE, db=empty, typed=("",))
    assert screen.returncode == 0
    before, _, after = screen.text.partition(SAVE)
    assert "MoU on mountain rescue\n\nStatus:" in before
    assert "AL-XK-2024" not in before  # its key is not known yet
    assert after == "\nadded AL-XK-2024-1: MoU on mountain rescue\nAL-XK-2024-1\n"
    assert stored("AL-XK-2024-1", empty)["title"] == "MoU on mountain rescue"


def test_a_title_and_bare_words_leave_only_what_is_missing_to_type(person, stored, empty):
    typed = ("joint-patrol", "", "")  # the types, the proposed source, Save?
    screen = person("add", "MoU on ice rescue", "AL", "XK", "mou", "2024", db=empty, typed=typed)
    assert screen.returncode == 0, screen.text
    assert "MoU on ice rescue, Albania and Kosovo, MoU, signed 2024" in screen.text
    for question in ("Original title", "Date signed", "Place of signature", "Notes"):
        assert question not in screen.text.partition("MoU on ice rescue\n")[0]
    assert stored("AL-XK-2024-1", empty)["types"] == ["joint-patrol"]


def test_yes_saves_without_a_question_and_so_does_a_pipe(person, wbagree, empty):
    screen = person("add", *RESCUE, "--yes", db=empty)
    assert (screen.returncode, screen.text) == (0, "added AL-XK-2024-1: MoU on mountain rescue\nAL-XK-2024-1\n")
    ran = wbagree("add", *RESCUE[:-1], "2023", db=empty)
    assert (ran.returncode, ran.stdout) == (0, "AL-XK-2023-1\n")


def test_a_dry_run_shows_no_question_to_save(person, empty):
    before = empty.read_bytes()
    screen = person("add", *RESCUE, *SOURCE, "--dry-run", db=empty)
    assert (screen.returncode, SAVE in screen.text, empty.read_bytes()) == (0, False, before)


@pytest.mark.parametrize(
    ("more", "answer", "sources"),
    [
        ((), "", "As recorded by besa on {}"),
        ((), "-", ""),
        ((), "Ministry <https://mb.gov.al>", "Ministry"),
        (("--reference", "FZ 12/2024", "--reference", "OG 3"), "", "FZ 12/2024; OG 3"),
    ],
)
def test_a_source_is_proposed_where_there_is_none(more, answer, sources, person, stored, empty):
    screen = person("add", *RESCUE, *more, db=empty, typed=(answer, ""))
    assert screen.returncode == 0, screen.text
    today = f"{date.today().day} {date.today():%B %Y}"
    expected = sources.format(today)
    assert [one["citation"] for one in stored("AL-XK-2024-1", empty)["sources"]] == list(filter(None, [expected]))
    assert f"Press Enter to use “{expected if not answer else f'As recorded by besa on {today}'}”" in screen.text


def test_a_probable_duplicate_is_named_and_saved_only_when_that_is_said(person, wbagree, empty):
    wbagree("add", *RESCUE, db=empty)
    screen = person("add", *RESCUE, *SOURCE, db=empty, typed=("",))
    assert (screen.returncode, number_of_agreements(empty)) == (5, 1)
    sentence = "Possible duplicate of AL-XK-2024-1 (same parties, date and title): MoU on mountain rescue (2024-06-03)."
    assert sentence in " ".join(screen.text.split())
    assert screen.text.endswith("Nothing was stored.\n  To change the other one: wbagree edit AL-XK-2024-1\n")
    screen = person("add", *RESCUE, *SOURCE, db=empty, typed=("y",))
    assert (screen.returncode, number_of_agreements(empty)) == (0, 2)
    screen = person("add", *RESCUE, *SOURCE, "--allow-duplicate", db=empty, typed=("",))
    assert (screen.returncode, number_of_agreements(empty)) == (0, 3)


@pytest.fixture
def validator(reading, seeded):
    with reading(seeded) as register:
        yield validator_for(register, is_typed=True)


@pytest.mark.parametrize(
    ("field", "text", "codes"),
    [
        ("form", "4", "mou"), ("form", "MoU", "mou"), ("form", "memorandum", "mou"), ("form", "Меморандум", "mou"),
        ("form", "memo", "mou"), ("form", "ex", "exchange-of-notes"), ("form", "ugovor", "treaty"),
        ("level", "gov", "government"), ("level", "qeveria", "government"), ("confidence", "h", "high"),
        ("status", "in force", "in-force"), ("status", "na snazi", "in-force"), ("status", "not", "not-in-force"),
        ("types", "1 3", "mla extradition"), ("types", "mla, izruč", "mla extradition"),
        ("types", "joint patrols", "joint-patrol"), ("types", "joint p", "joint-patrol"),
        ("parties", "1 6", "AL XK"), ("parties", "AL XK", "AL XK"), ("parties", "al,xk", "AL XK"),
        ("parties", "Albania Kosovo", "AL XK"), ("parties", "Shqipëria; Kosova", "AL XK"),
        ("parties", "bos, north macedonia", "BA MK"), ("parties", "North Macedonia Kosovo", "MK XK"),
        ("parties", "Croatia, YU-SFRY", "HR YU-SFRY"),
    ],
)  # fmt: skip
def test_a_choice_is_typed_by_number_beginning_or_in_any_language(field, text, codes, validator):
    assert choices_of(field, validator).read(text) == codes.split()


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        ("form", "13", "There is no number 13. Type 1 to 12."),
        ("form", "0", "There is no number 0. Type 1 to 12."),
        ("form", "co", "'co' could be convention or contract. Type more letters."),
        ("form", "qqq", "I don't know 'qqq'. Type a number, a name or its beginning."),
        ("form", "?", "I don't know '?'. Type a number, a name or its beginning."),
        ("types", "joint", "'joint' could be joint investigation teams or joint patrols. Type more letters."),
        ("types", "mla, patrl", "I don't know 'patrl'. Did you mean joint-patrol?"),
        ("parties", "AL Kosva", "I don't know 'Kosva'. Did you mean XK (Kosovo)?"),
        ("parties", "AL YU", "party 'YU' could be YU-FRY or YU-SFRY: write the code"),
    ],
)
def test_what_is_no_choice_is_answered_in_one_sentence(field, text, sentence, validator):
    with pytest.raises(WbagreeError) as refused:
        choices_of(field, validator).read(text)
    assert refused.value.sentence == sentence


def test_an_agreement_is_edited_field_by_field_where_no_editor_is_set(person, stored, seeded, golden):
    typed = ("place", "Tirana", "3", "", "wind", "in f", "soon", "1. korrik 2012", "zzz", "99", "e", "notes", "-", "",
             "")  # fmt: skip
    screen = person("edit", KEY, db=seeded, typed=typed)
    assert screen.returncode == 0, screen.text
    golden("edit-80.txt", screen.text)
    assert max(len(line) for line in screen.text.splitlines()) <= 80
    after = stored(KEY, seeded)
    assert (after["place"], after["form"], after["in_force"], after["notes"]) == (
        "Tirana",
        "protocol",
        "2012-07-01",
        "",
    )


@pytest.mark.parametrize(("typed", "code"), [(("",), 0), (("place", "", ""), 0), (("place", "Tirana", "", "n"), 130),
                                             (("place", "Tirana", "\x03"), 130)])  # fmt: skip
def test_an_edit_without_a_change_or_declined_changes_nothing(typed, code, person, seeded):
    before = seeded.read_bytes()
    screen = person("edit", KEY, db=seeded, typed=typed)
    assert (screen.returncode, seeded.read_bytes()) == (code, before)
    last = f"{KEY}: nothing changed\n" if code == 0 else "wbagree: stopped; nothing was changed\n"
    assert screen.text.endswith(last)


def test_an_edit_that_contradicts_itself_goes_on_with_what_was_typed(person, stored, seeded):
    typed = ("place", "Tirana", "ended", "2001", "", "ended", "2020", "", "")
    screen = person("edit", KEY, db=seeded, typed=typed)
    assert screen.returncode == 0, screen.text
    assert "ended: 2001 is before it was signed (2012-03-10?)" in screen.text
    assert (stored(KEY, seeded)["place"], stored(KEY, seeded)["ended"]) == ("Tirana", "2020")


def test_an_edit_of_what_was_changed_meanwhile_changes_nothing(person, wbagree, stored, seeded):
    def meanwhile():
        assert wbagree("edit", KEY, "--place", "Prizren", db=seeded).returncode == 0

    screen = person("edit", KEY, db=seeded, typed=("place", "Tirana", "", ""), meanwhile=meanwhile)
    assert screen.returncode == 4
    assert "was changed by somebody else meanwhile; nothing was stored" in " ".join(screen.text.split())
    assert stored(KEY, seeded)["place"] == "Prizren"


def test_a_dry_run_of_an_edit_shows_the_change_alone(person, seeded):
    before = seeded.read_bytes()
    screen = person("edit", KEY, "--dry-run", db=seeded, typed=("place", "Tirana", ""))
    assert (screen.returncode, seeded.read_bytes(), SAVE in screen.text) == (0, before, False)
    assert screen.text.endswith("  place: Pristina → Tirana\ndry run: nothing was stored\n")


@pytest.mark.parametrize(
    ("answer", "field"),
    [("1", "title"), ("Type", "types"), ("types", "types"), ("signatory", "signatories"), ("pl", "place"),
     ("datum", "signed"), ("original", "title_original"), ("status in", "status")],
)  # fmt: skip
def test_a_field_is_named_by_number_name_beginning_or_a_word_of_lists(answer, field):
    assert field_of(answer) == field


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [("31", "There is no number 31. Type 1 to 30."), ("-", "I don't know the field '-'. Type its number."),
     ("en", "'en' could be Ended or Entry clause. Type more letters.")],
)  # fmt: skip
def test_what_is_no_field_is_answered_in_one_sentence(answer, sentence):
    with pytest.raises(WbagreeError) as refused:
        field_of(answer)
    assert refused.value.sentence == sentence
