"""What of a command line is kept in the history: no place of a register, no password."""

import json

import pytest

from wbagree.cli.command_line import command_line_for_history, split_off_db_option

SECRET = "postgresql://desk:s3cret@db.example.org/wb"


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        (["edit", "AL-XK-2012-1", "--place", "A b"], "edit AL-XK-2012-1 --place 'A b'"),
        (["--db", "/home/desk/x.db", "seed"], "seed"),
        (["seed", "--db", SECRET], "seed"),
        (["seed", f"--db={SECRET}"], "seed"),
        (["--db", "a.db", "seed", "--db", "b.db", "--db=c.db"], "seed"),
        (["seed", "--", "--db", "a title"], "seed -- --db 'a title'"),
        (["add", "--source", f"Copy <{SECRET}>"], "add --source 'Copy <postgresql://desk:…@db.example.org/wb>'"),
        (["add", "--source", "See https://example.org:8080/a@b"], "add --source 'See https://example.org:8080/a@b'"),
        (["add", "--source", "https://user:a:b@example.org"], "add --source 'https://user:…@example.org'"),
        (["add", "--source", "https://u:p@ss@example.org/x"], "add --source 'https://u:…@example.org/x'"),
        (["add", "--source", "https://u:pa/ss@example.org"], "add --source 'https://u:…@example.org'"),
        (["add", "--notes", "://" * 50_000 + "@"], f"add --notes {'://' * 50_000}@"),
        (["seed", "--db"], "seed --db"),
    ],
)
def test_the_history_keeps_neither_the_register_nor_a_password(words, kept):
    assert command_line_for_history(words) == kept


@pytest.mark.parametrize("place", [0, 1, 2, 3])
def test_db_is_found_wherever_it_is_typed(place):
    words = ["list", "--pair", "AL-XK"]
    assert split_off_db_option([*words[:place], "--db", "x.db", *words[place:]]) == (["--db", "x.db"], words)


def test_the_history_of_a_register_does_not_have_its_place(wbagree, seeded, tmp_path):
    elsewhere = tmp_path / "elsewhere.db"
    seeded.rename(elsewhere)
    wbagree("edit", "AL-XK-2012-1", "--place", "Prizren", "--db", str(elsewhere))
    wbagree(f"--db={elsewhere}", "delete", "AL-XK-2012-1", "--yes")
    ran = wbagree("history", "--format", "json", "--db", str(elsewhere))
    commands = [one["command"] for one in json.loads(ran.stdout)]
    assert commands[:2] == ["delete AL-XK-2012-1 --yes", "edit AL-XK-2012-1 --place Prizren"]
