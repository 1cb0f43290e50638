"""``wbagree cite``."""

import json

import pytest


@pytest.mark.parametrize("style", ["csl", "bibtex", "ris"])
def test_references_are_printed_in_the_order_asked_for(style, wbagree, seeded):
    keys = ("AL-XK-2018-1", "AL-XK-2012-1")
    ran = wbagree("cite", *keys, "--format", style, db=seeded)
    assert ran.returncode == 0
    titles = ("joint patrols between the Kosovo Police", "joint patrols along the border")
    assert ran.stdout.index(titles[0]) < ran.stdout.index(titles[1])
    if style == "csl":
        assert [item["id"] for item in json.loads(ran.stdout)] == [*keys]


@pytest.mark.parametrize(
    ("name", "style"),
    [("x.bib", "bibtex"), ("x.BIB", "bibtex"), ("x.ris", "ris"), ("x.json", "csl"), ("x.txt", "text"), ("x", "text")],
)
def test_references_in_a_file_have_the_style_of_its_ending_unless_another_is_named(
    name, style, wbagree, seeded, tmp_path
):
    file = tmp_path / name
    keys = ("AL-XK-2018-1", "AL-XK-2012-1")
    assert wbagree("cite", *keys, "--output", str(file), db=seeded).stdout == ""
    assert file.read_text(encoding="utf-8") == wbagree("cite", *keys, "--format", style, db=seeded).stdout
    file.unlink()
    assert wbagree("cite", *keys, "--format", "ris", "--output", str(file), db=seeded).returncode == 0
    assert file.read_text(encoding="utf-8").startswith("TY  - LEGAL\n")


def test_a_footnote_says_that_its_date_is_inferred(wbagree, seeded, tmp_path):
    file = tmp_path / "footnote.txt"
    assert wbagree("cite", "AL-XK-2012-1", "--output", str(file), db=seeded).stdout == ""
    assert file.read_text(encoding="utf-8") == (
        "Protocol of cooperation establishing joint patrols along the border of the two countries (Albania–Kosovo)"
        " (signed [10 March 2012]) <http://deltio11.blogspot.com/2012/03/blog-post_1575.html>\n"
    )
