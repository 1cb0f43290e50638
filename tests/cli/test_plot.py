"""``wbagree plot``: a picture in a file, whole or not at all, and what it leaves out is said."""

import os
import struct
import subprocess
import sys
from collections import Counter
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest
import seed_data

SVG = "{http://www.w3.org/2000/svg}"
KINDS = ("matrix", "timeline", "network")
DAY = ("--as-of", "2026-11-01")


@pytest.fixture(scope="session")
def seed_rows():
    return seed_data.some().values()


def texts(file):
    return [text.text for text in ET.parse(file).iter(f"{SVG}text")]


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_is_written_and_one_line_says_so(kind, wbagree, whole, tmp_path):
    file = tmp_path / "picture.svg"
    ran = wbagree("plot", kind, str(file), "--among", "wb6", db=whole)
    assert (ran.returncode, ran.stdout) == (0, "")
    assert ran.stderr == f"207 agreements, written to {file}\n"
    words = texts(file)
    assert "Among Albania, Bosnia and Herzegovina, Kosovo*, Montenegro, North Macedonia, Serbia." in " ".join(words)
    assert any(text.startswith("* This designation") for text in words)
    assert words[-1] == "Source: register kept with wbagree, 761 records"


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_for_a_slide_has_the_dots_of_one(kind, wbagree, seeded, tmp_path):
    file = tmp_path / "picture.PNG"
    assert wbagree("plot", kind, str(file), "--pair", "AL-XK", db=seeded).returncode == 0
    content = file.read_bytes()
    assert content.startswith(b"\x89PNG\r\n")
    wide, high = struct.unpack(">II", content[16:24])
    assert wide == 2400
    assert high < wide


def test_the_network_has_the_numbers_of_the_file(wbagree, seeded, tmp_path, seed_rows):
    file = tmp_path / "network.svg"
    assert wbagree("plot", "network", str(file), "--among", "wb6", "--no-inherited", db=seeded).returncode == 0
    names = {"AL": "Albania", "BA": "Bosnia and Herzegovina", "ME": "Montenegro", "MK": "North Macedonia",
             "RS": "Serbia", "XK": "Kosovo*"}  # fmt: skip
    counted = Counter(
        pair for row in seed_rows for pair in combinations(sorted(set(row["parties"].split(";")) & set(names)), 2)
    )
    lines = {title.text for title in ET.parse(file).iterfind(f".//{SVG}line/{SVG}title")}
    assert lines == {f"{names[a]} – {names[b]}: {number}" for (a, b), number in counted.items()}


def test_the_matrix_is_that_of_the_command(wbagree, seeded, tmp_path):
    file = tmp_path / "matrix.svg"
    wbagree("plot", "matrix", str(file), *DAY, db=seeded)
    shown = texts(file)
    for line in wbagree("matrix", "--format", "csv", *DAY, db=seeded).stdout.splitlines()[1:]:
        pair, _, records, inherited, *_ = line.split(",")
        assert pair.count("-") == 1
        assert records == "0" or records in shown or f"{records}+{inherited}" in shown
    by_type = tmp_path / "types.svg"
    wbagree("plot", "matrix", "--by", "type", "--type", "justice", str(by_type), db=seeded)
    assert "Extradition" in texts(by_type)
    assert "Police" not in texts(by_type)


def test_where_types_are_asked_for_the_columns_of_the_matrix_are_those(wbagree, seeded, tmp_path):
    file = tmp_path / "matrix.svg"
    wbagree("plot", "matrix", "--type", "extradition", str(file), db=seeded)
    assert "Extradition" in texts(file)
    assert "Agreements by pair and type" in texts(file)
    wbagree("plot", "matrix", "--type", "extradition", "--by", "group", str(file), db=seeded)
    assert "Extradition" not in texts(file)
    assert "Agreements by pair and group of types" in texts(file)


@pytest.mark.parametrize("kind", ["matrix", "network"])
def test_how_many_are_undated_is_said_where_years_are_asked_for(kind, wbagree, seeded, tmp_path, seed_rows):
    file = tmp_path / "picture.svg"
    arguments = ("--pair", "AL-XK", "--until", "2012", "--no-inherited")
    undated = (*arguments, "--undated")
    rows = [row for row in seed_rows if {"AL", "XK"} <= set(row["parties"].split(";"))]
    found = [row for row in rows if row["signed"][:4] <= "2012"]  # those without a date with them
    bare = [row for row in found if not row["signed"]]
    wbagree("plot", kind, str(file), *undated, db=seeded)
    notes = [text for text in texts(file) if "are undated" in text]
    assert bare
    assert notes == [f"{len(bare)} of the {len(found)} are undated and may fall outside the years asked for."]
    for options in (("--pair", "AL-XK"), arguments):
        wbagree("plot", kind, str(file), *options, db=seeded)
        assert not any("are undated" in text for text in texts(file))


def test_parties_that_were_asked_for_are_said_in_plain_words(wbagree, seeded, tmp_path):
    file = tmp_path / "picture.svg"
    for options, message in (
        (("--party", "XK"), "As of 2026-11-01. Of Kosovo*."),
        (("--party", "XK", "--party", "AL", "--form", "mou"), "As of 2026-11-01. Of Albania and Kosovo*; form mou."),
        (("--pair", "AL-XK"), "As of 2026-11-01."),
    ):
        wbagree("plot", "network", str(file), *options, *DAY, db=seeded)
        assert message in texts(file)


@pytest.mark.parametrize("ending", ["jpg", "pdf"])
def test_who_asks_for_another_kind_of_picture_is_told_both_that_there_are(ending, wbagree, seeded):
    ran = wbagree("plot", "matrix", f"picture.{ending}", db=seeded)
    assert "name FILE.svg or FILE.png" in ran.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("matrix", "picture.pdf"), 2, "picture.pdf: a picture ends in .svg or .png, not in '.pdf'"),
        (("matrix", "picture"), 2, "Which file?"),
        (("matrix", "-"), 2, "a picture ends in .svg or .png"),
        (("matrix", "nowhere/picture.svg"), 4, "No such file or directory"),
        (("network", "nowhere/picture.png"), 4, "No such file or directory"),
        (("timeline", "folder.svg"), 4, "is a folder; name a file"),
        (("timeline", "picture.svg", "--by", "type"), 2, "a timeline has none"),
        (("pie", "picture.svg"), 2, "Which picture: matrix, timeline or network?"),
        (("matrix", "picture.svg", "--pair", "AL-Atlantis"), 3, "unknown party: 'Atlantis'"),
    ],
)
def test_what_cannot_be_drawn_is_said_and_nothing_is_written(
    arguments, code, message, wbagree, seeded, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder.svg").mkdir()
    before = sorted(tmp_path.iterdir())
    ran = wbagree("plot", *arguments, db=seeded)
    assert (ran.returncode, "Traceback" in ran.stderr) == (code, False), ran.stderr
    assert message in ran.stderr
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("kind", KINDS)
def test_that_there_is_nothing_to_draw_is_said_in_the_picture_too(kind, wbagree, seeded, tmp_path):
    file = tmp_path / "picture.svg"
    ran = wbagree("plot", kind, str(file), "--party", "SM", db=seeded)
    assert ran.returncode == 0
    assert ran.stderr == f"no matching agreements; {file} says so\n"
    assert any(text.startswith("No record answers the question.") for text in texts(file))


def test_an_empty_register_is_drawn_as_one(wbagree, empty, tmp_path):
    for kind in KINDS:
        ran = wbagree("plot", kind, str(tmp_path / "picture.png"), db=empty)
        assert ran.returncode == 0
        assert "the register is empty. What next:" in ran.stderr
        assert "no matching agreements" in ran.stderr


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_restricted_is_left_out_and_counted(kind, wbagree, whole, tmp_path):
    file = str(tmp_path / "picture.svg")
    wbagree("edit", "AL-XK-2012-1", "--disclosure", "restricted", db=whole)
    total = 41
    ran = wbagree("plot", kind, file, "--pair", "AL-XK", db=whole)
    assert "1 restricted agreement is left out (use --with-restricted to see all)" in ran.stderr
    assert f"{total - 1} agreements, written to" in ran.stderr
    assert texts(file)[-1] == "Source: register kept with wbagree, 760 records"
    assert "Public records only" in " ".join(texts(file))
    ran = wbagree("plot", kind, file, "--pair", "AL-XK", "--with-restricted", db=whole)
    assert ran.stderr.splitlines()[-1] == f"{total} agreements, written to {file}"


def test_the_footnote_on_kosovo_can_be_turned_off(wbagree, seeded, tmp_path):
    file = str(tmp_path / "picture.svg")
    for options, env in ((("--no-kosovo-note",), {}), ((), {"WBAGREE_KOSOVO_NOTE": "0"})):
        assert wbagree("plot", "network", file, *options, db=seeded, env=env).returncode == 0
        assert "Kosovo" in texts(file)
        assert not any("*" in text for text in texts(file))


def test_a_missing_extra_is_one_sentence_and_a_picture_of_text_needs_none(seeded, tmp_path):
    # A finder before all others that knows of no such package is what an installation without the extra is like.
    program = (
        "import sys\n"
        "class Without:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name.partition('.')[0] in ('resvg_py', 'fontpkg_source_sans_3'):\n"
        "            raise ModuleNotFoundError(name)\n"
        "sys.meta_path.insert(0, Without())\n"
        "from wbagree.__main__ import main\n"
        "main()\n"
    )

    def run(file):
        return subprocess.run(
            [sys.executable, "-c", program, "plot", "matrix", str(file)],
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, "WBAGREE_DB": str(seeded)},
            check=False,
        )

    ran = run(tmp_path / "picture.png")
    assert ran.returncode == 2
    assert "PNG needs the extra packages of wbagree[plot]; SVG needs none" in ran.stderr
    assert "pip install 'wbagree[plot]'" in ran.stderr
    assert not (tmp_path / "picture.png").exists()
    assert run(tmp_path / "picture.svg").returncode == 0


def test_what_a_picture_is_not_is_not_written_over(wbagree, seeded):
    link = seeded.with_suffix(".svg")
    link.symlink_to(seeded)
    before = seeded.read_bytes()
    ran = wbagree("plot", "matrix", str(link), db=seeded)
    assert ran.returncode == 2
    assert "is the register itself" in ran.stderr
    assert seeded.read_bytes() == before
