"""``wbagree show`` and ``wbagree search``."""

import json
import re

import pytest

DAY = ("--as-of", "2026-11-01")


def test_a_long_address_keeps_its_indent_at_a_terminal_and_is_whole_elsewhere(at_terminal, wbagree, seeded):
    (url,) = re.findall(r"http\S+nente-muaj/", wbagree("show", "AL-XK-2024-1", db=seeded).stdout)
    for columns in (40, 80):
        lines = at_terminal("show", "AL-XK-2024-1", db=seeded, columns=columns, NO_COLOR="1").text.splitlines()
        assert max(map(len, lines)) <= columns
        begun = next(place for place, line in enumerate(lines) if line.strip().startswith(url[:20]))
        end = next(place for place in range(begun, len(lines)) if lines[place].endswith(url[-10:]))
        assert all(line.startswith(" " * 16) for line in lines[begun : end + 1])
        assert "".join(line[16:] for line in lines[begun : end + 1]) == url


def test_a_record_is_shown_whole_with_why_its_status_is_so(wbagree, whole, golden):
    golden("show-al-xk-2012-1.txt", wbagree("show", "AL-XK-2012-1", *DAY, db=whole).stdout)


def test_relations_are_read_from_both_ends(wbagree, seeded):
    assert wbagree("relate", "AL-XK-2018-1", "implements", "AL-XK-2012-1", db=seeded).returncode == 0
    assert "implements AL-XK-2012-1" in wbagree("show", "AL-XK-2018-1", db=seeded).stdout
    assert "implemented by AL-XK-2018-1" in wbagree("show", "AL-XK-2012-1", db=seeded).stdout


def test_a_key_is_understood_in_any_case(wbagree, seeded):
    assert wbagree("show", "al-xk-ND-1", db=seeded).stdout.startswith("AL-XK-nd-1\n")


def test_an_unknown_key_names_the_nearest(wbagree, seeded):
    ran = wbagree("show", "AL-XK-2012-11", db=seeded)
    assert (ran.returncode, ran.stdout) == (3, "")
    assert "AL-XK-2012-1" in ran.stderr


def test_show_as_json_has_every_field_and_what_is_computed(wbagree, seeded):
    shown = json.loads(wbagree("show", "AL-XK-2012-1", "--format", "json", *DAY, db=seeded).stdout)
    assert shown["signed"] == "2012-03-10?"
    assert shown["signatories"][0] == {
        "party": "AL",
        "institution": "Ministry of Interior of Albania",
        "person": "Bujar Nishani",
        "position": "Minister",
    }
    assert shown["computed_status"] == "signed"
    assert "2012-03-10?" in shown["status_reason"]
    assert shown["related_from"] == []


@pytest.mark.parametrize("text", ["ekstradicija", "екстрадиција", "EKSTRADICIJA", "ekstradicij"])
def test_search_knows_no_script_no_case_and_no_diacritics(text, wbagree, seeded):
    def found(words: str) -> list[str]:
        ran = wbagree("search", words, "--columns", "key", "--format", "csv", db=seeded)
        return sorted(ran.stdout.splitlines()[1:])

    assert found(text) == found("ekstradicija") != []


def test_the_best_match_comes_first_and_the_words_are_marked(wbagree, seeded):
    ran = wbagree("search", '"joint patrols"', "--pair", "AL-XK", db=seeded)
    first = ran.stdout.split("\n\n")[0]
    assert re.search(r"«joint» «patrols»", first)


def test_a_leading_minus_excludes_and_may_stand_anywhere(wbagree, seeded):
    def found(*words: str) -> set[str]:
        ran = wbagree("search", *words, "--columns", "key", "--format", "csv", db=seeded)
        assert ran.returncode == 0, ran.stderr
        return set(ran.stdout.splitlines()[1:])

    patrols, summer = found("patrols"), found("patrols", "summer")
    assert found("patrols", "-summer") == found("-summer", "patrols") == patrols - summer
    assert summer
    assert patrols > summer


@pytest.mark.parametrize(
    "text", ['"open', "NOT x", "co-operation", "a* OR b", "title:x", "(", "x AND", "\\", "'; --", "--", "-x"]
)
def test_any_text_is_a_safe_query(text, wbagree, seeded):
    ran = wbagree("search", "--", text, db=seeded)
    assert ran.returncode in (0, 4)
    assert "Traceback" not in ran.stderr


def test_a_query_without_a_letter_is_invalid(wbagree, seeded):
    ran = wbagree("search", "…", db=seeded)
    assert ran.returncode == 4
    assert "at least one letter or digit" in ran.stderr


def test_a_match_begins_with_its_key_and_parties(wbagree, seeded):
    assert "AL-XK-2012-1  AL XK  2012-03-10?  protocol  signed\n" in wbagree("search", "patrols", db=seeded).stdout


def test_search_shows_colour_on_a_terminal_only(at_terminal, seeded):
    assert "\x1b[1;33mpatrols\x1b[0m" in at_terminal("search", "patrols", db=seeded).text
    assert "«patrols»" in at_terminal("search", "patrols", db=seeded, NO_COLOR="1").text


@pytest.mark.parametrize("command", [["search"], ["list", "--text"], ["summary", "--text"]], ids=" ".join)
def test_a_search_of_too_many_words_is_a_matter_of_the_query(command, wbagree, seeded):
    for words, code in ((500, 0), (501, 4), (5000, 4)):
        typed = [f"word{number}" for number in range(words)]
        ran = wbagree(*command, *(typed if command == ["search"] else [" ".join(typed)]), db=seeded)
        assert ran.returncode == code, ran.stderr
        assert ("a search takes at most 500 words and phrases" in ran.stderr) == (code == 4)


@pytest.mark.parametrize("word", ["x" * 100_000, "9-" * 20_000, "(" * 100_000, '"' * 10_001])
def test_a_search_of_long_words_is_an_answer(word, wbagree, seeded):
    assert wbagree("search", f"police {word}", db=seeded).returncode == 0


def test_values_given_many_times_are_an_answer(wbagree, seeded):
    for option in ("--type=mla", "--party=AL", "--form=mou"):
        assert wbagree("list", *[option] * 3_000, "-n", "1", db=seeded).returncode == 0
