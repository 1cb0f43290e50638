"""``wbagree brief``."""

import re

import pytest

DAY = ("--as-of", "2026-11-01")


def undated_day(text):
    return re.sub(r"Made by wbagree on \d{1,2} [A-Z][a-z]{2} \d{4}\.", "Made by wbagree on DAY.", text)


@pytest.mark.parametrize("pair", ["BA-XK", "HR-RS"])
def test_the_brief_of_a_pair(pair, wbagree, whole, golden):
    ran = wbagree("brief", pair, *DAY, db=whole)
    assert (ran.returncode, ran.stderr) == (0, "")
    golden(f"brief-{pair.lower()}.md", undated_day(ran.stdout))


def test_a_brief_as_of_a_day_tells_no_assessment_after_it(wbagree, seeded):
    brief_text = wbagree("brief", "HR-RS", "--as-of", "2010", db=seeded).stdout
    assert "Status as of 31 Dec 2010." in brief_text
    assert ", Nov 2009: judged fully applied; the Croatian interior minister" in brief_text
    assert "Jul 2011" not in brief_text.partition("## Implementation")[2].partition("## Sources")[0]


def test_a_brief_is_written_to_a_file_and_understands_names(wbagree, seeded, tmp_path):
    file = tmp_path / "brief.md"
    ran = wbagree("brief", "Kosova-Shqipëria", *DAY, "--output", str(file), db=seeded)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", f"written to {file}\n")
    assert file.read_text(encoding="utf-8") == wbagree("brief", "AL-XK", *DAY, db=seeded).stdout


def test_the_star_of_kosovo_can_be_turned_off_in_a_brief(wbagree, seeded):
    plain = wbagree("brief", "BA-XK", *DAY, db=seeded, env={"WBAGREE_KOSOVO_NOTE": "0"}).stdout
    assert "Kosovo" in plain
    assert "Kosovo\\*" not in plain
    assert "UNSCR 1244/1999" not in plain
