"""What a question is about is typed in bare words, on every command that answers one."""

import csv
import io
import json
import re

import pytest
import seed_data


@pytest.fixture
def keys(wbagree, whole):
    """The keys that a command lists as CSV."""

    def listed(*arguments):
        ran = wbagree(*arguments, "--format", "csv", "--columns", "key", db=whole)
        assert ran.returncode == 0, ran.stderr
        return [row["key"] for row in csv.DictReader(io.StringIO(ran.stdout))]

    return listed


@pytest.fixture
def meaning(wbagree, whole):
    """What a command says of the words that it was given: the lines before its count."""

    def read(*words):
        ran = wbagree("list", *words, "--format", "csv", db=whole)
        assert ran.returncode == 0, ran.stderr
        counted = re.compile(r"(?:No matching|[0-9,]+) agreement|Read as text")
        return [line for line in ran.stderr.splitlines() if not counted.match(line)]

    return read


@pytest.mark.parametrize(
    ("words", "options"),
    [
        ("AL-XK", "-p AL-XK"),
        ("AL XK", "-p AL-XK"),
        ("al-xk", "-p AL-XK"),
        ("XK AL extradition", "-p AL-XK -t extradition"),
        ("extradition Albania Kosovo", "-p AL-XK -t extradition"),
        ("Kosova Shqipëria ekstradim", "-p AL-XK -t extradition"),
        ("Северна Македонија Albania", "-p AL-MK"),
        ("North Macedonia police", "--party MK -t police"),
        ("AL MK XK", "--among AL,MK,XK"),
        ("wb6 extradition in force", "--among wb6 -t extradition -s in-force"),
        ("wb6 in-force", "--among wb6 -s in-force"),
        ("HR-RS in-force --as-of 2005-06-01", "-p HR-RS -s in-force --as-of 2005-06-01"),
        ("memorandum AL-XK", "-f mou -p AL-XK"),
        ("AL-XK 2012", "-p AL-XK --since 2012 --until 2012"),
        ("AL-XK 2010-2020", "-p AL-XK --since 2010 --until 2020"),
        ("AL-XK 2012-03", "-p AL-XK --since 2012-03 --until 2012-03"),
        ("AL-XK since 2015", "-p AL-XK --since 2015"),
        ("until 2000 HR-RS", "--until 2000 -p HR-RS"),
        ("since 2010 until 2012 AL-XK", "-p AL-XK --since 2010 --until 2012"),
        ("AL-XK MK-XK", "-p AL-XK -p MK-XK"),
        ("AL,MK,XK mou", "--among AL,MK,XK -f mou"),
        ("albania,mk,kosovo mou", "--among AL,MK,XK -f mou"),
        ("AL-XK mla extradition", "-p AL-XK -t mla -t extradition"),
        ("AL-XK season", "-p AL-XK --text season"),
        ("AL-XK November 2018", "-p AL-XK --since 2018-11 --until 2018-11"),
        ("AL-XK novembar 2018", "-p AL-XK --since 2018-11 --until 2018-11"),
        ("AL-XK 3 June 2016", "-p AL-XK --since 2016-06-03 --until 2016-06-03"),
        ("since January 2015 AL-XK", "-p AL-XK --since 2015-01"),
        ("AL-XK between 2010 and 2015", "-p AL-XK --since 2010 --until 2015"),
        ("from 2010 to 2015 AL-XK", "-p AL-XK --since 2010 --until 2015"),
        ("2010 to 2015 AL-XK", "-p AL-XK --since 2010 --until 2015"),
        ("AL-XK od 2010 do 2015", "-p AL-XK --since 2010 --until 2015"),
        ("AL-XK nga 2015", "-p AL-XK --since 2015"),
        ("AL-XK до 2015", "-p AL-XK --until 2015"),
        ("wb6 signed since 2020", "--among wb6 --since 2020"),
        ("AL-XK signed in 2012", "-p AL-XK --since 2012 --until 2012"),
        ("AL-XK last 5 years", "-p AL-XK --since 5y"),
        ("AL-XK in the past 24 months", "-p AL-XK --since 24m"),
        ("all agreements between Albania and Kosovo on extradition", "-p AL-XK -t extradition -f agreement"),
        ("AL-XK policia", "-p AL-XK -t police"),
        ("полиција AL-XK", "-p AL-XK -t police"),
        ("AL-XK granica", "-p AL-XK -t border"),
        ("drejtësi AL-MK", "-p AL-MK -t justice"),
        ("AL-XK extradition -t mla", "-p AL-XK -t mla -t extradition"),
    ],
)
def test_words_mean_what_options_mean(words, options, keys):
    answer = keys("list", *words.split(" "))
    assert answer == keys("list", *options.split(" "))
    assert answer or "in-force" in words
    if not words.startswith("-"):
        assert keys(*words.split(" ")) == answer  # without a command as well


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        (["AL", "XK", "extradition"], ["Albania and Kosovo, extradition"]),
        (["AL", "MK", "XK"], ["Albania, North Macedonia and Kosovo"]),
        (["wb6", "mou", "1961"], ["among wb6, MoU, signed in 1961"]),
        (["Kosovo", "summer season"], ['Kosovo, text "summer season"']),
        (["AL-XK-2012-1"], []),
        (["AL-XK-2012-1", "police"], ["AL-XK-2012-1, police"]),
        (
            ["AL-XK", "agreement"],
            [
                "Albania and Kosovo, agreement",
                "'agreement' is read as the form; leave it out for MoUs, protocols and the like",
            ],
        ),
        (
            ["Serbia", "and", "Montenegro"],
            [
                "Montenegro and Serbia",
                "'Serbia and Montenegro' can also mean something else: use --party 'Serbia and Montenegro' for that",
            ],
        ),
        (["Kosovo", "of", "the", "mou"], ["Kosovo, MoU"]),
        (
            ["AL", "XK", "extraditon"],
            ["Albania and Kosovo, text extraditon", "'extraditon' is read as text; did you mean 'extradition'?"],
        ),
        (["Albnia", "mou"], ["MoU, text Albnia", "'Albnia' is read as text; did you mean 'Albania'?"]),
        (["AL", "KX"], ["Albania, text KX", "'KX' is read as text; no party has this code"]),
        (["Kosovo", "season"], ["Kosovo, text season"]),
        (["me", "Kosovo"], ["Kosovo", "'me' is read as a small word; use ME for Montenegro"]),
    ],
)
def test_how_words_were_read_is_one_line(words, lines, meaning):
    assert meaning(*words) == lines


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (["lsit"], 2, "Did you mean 'list'?"),
        (["serach", "AL"], 2, "Did you mean 'search'?"),
        (["show", "AL", "XK"], 2, "wbagree list AL XK"),
        (["duplicates"], 2, "Type: wbagree check duplicate"),
        (["open", "AL-XK-2012-1"], 2, "Type: wbagree show AL-XK-2012-1"),
        (["note", "AL-XK-2012-1", "called"], 2, "Type: wbagree edit AL-XK-2012-1 --append --notes TEXT"),
        (["AL-XK-2099-1"], 3, "unknown key: 'AL-XK-2099-1'"),
        (["list", "AL-XK-2099-1", "police"], 3, "unknown key: 'AL-XK-2099-1'"),
        (["list", "2010", "2015"], 4, "several dates are given: 2010 and 2015"),
        (["list", "AL-XK", "a.csv", "b.csv"], 2, "several files are named: a.csv, b.csv"),
        (["list", "AL-XK", "a.csv", "-o", "b.json"], 2, "several files are named: a.csv, b.json"),
        (["list", "csv", "json"], 2, "several formats are named: csv, json"),
        (["brief", "AL", "XK", "ME"], 2, "'AL XK ME' is not a pair"),
        (["brief", "AL", "XK", "mou"], 2, "'AL XK mou' is not a pair"),
        (["cite"], 2, "no agreements are named"),
        (["plot", "matrix"], 2, "Which file?\n  For example: wbagree plot matrix AL-XK matrix.svg"),
    ],
)
def test_what_is_not_understood_is_said(arguments, code, sentence, wbagree, whole, tmp_path):
    ran = wbagree(*arguments, db=whole)
    assert (ran.returncode, ran.stdout) == (code, "")
    assert sentence in ran.stderr
    assert not [*(tmp_path / "home").iterdir()]


@pytest.mark.parametrize(
    "command", ["summary", "matrix", "timeline", "due", "check", "export --format csv", "cite", "search"]
)
def test_every_command_that_answers_takes_them(command, wbagree, whole):
    name, *options = command.split(" ")
    ran = wbagree(name, "AL", "XK", "extradition", *options, db=whole)
    meant = wbagree(name, *(["extradition"] if name == "search" else ["-t", "extradition"]), "-p", "AL-XK", *options,
                    db=whole)  # fmt: skip
    assert ran.stdout == meant.stdout
    assert ran.returncode == meant.returncode
    assert name in ("due", "check") or ran.stdout


@pytest.mark.parametrize(
    ("command", "file"),
    [
        ("list AL XK", "a.csv"),
        ("summary wb6", "a.md"),
        ("brief AL XK", "m.docx"),
        ("brief Albania Kosovo", "m.md"),
        ("report AL-XK", "a.html"),
        ("plot timeline AL-XK", "out.svg"),
        ("plot matrix wb6 justice", "out.svg"),
        ("export AL-XK extradition", "e.json"),
        ("cite AL-XK", "refs.bib"),
    ],
)
def test_a_file_is_named_bare_or_by_its_option(command, file, wbagree, whole, tmp_path):
    home = tmp_path / "home"
    for named in ([file], ["-o", file], [f"--output={file}"]):
        ran = wbagree(*command.split(" "), *named, db=whole)
        assert ran.returncode == 0, ran.stderr
        assert (home / file).stat().st_size
        (home / file).unlink()


def test_a_format_is_a_word_where_a_command_has_it(wbagree, whole):
    assert json.loads(wbagree("AL-XK", "extradition", "json", db=whole).stdout)
    assert wbagree("cite", "AL-XK-2012-1", "bibtex", db=whole).stdout.startswith("@misc{AL-XK-2012-1,")


def test_a_key_alone_is_shown(wbagree, whole):
    assert wbagree("al-xk-2012-1", db=whole).stdout == wbagree("show", "AL-XK-2012-1", db=whole).stdout


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("ekstradim Shqipëri Kosovë", "AL-XK-nd-6"),
        ("AL XK extradition", "AL-XK-nd-6"),
        ("Albania Kosovo ekstradicija", "AL-XK-nd-6"),
        ("реадмисија Црна Гора", "AT-ME-2010-1"),
    ],
)
def test_a_search_finds_what_its_words_name(words, key, keys):
    assert key in keys("search", *words.split(" "))


@pytest.mark.parametrize(
    "sentence",
    ["sporazum sa Albanijom", "marrëveshje me Kosovën", "agreement in force", "sporazum o saradnji na granici",
     "protokol i dokument", "marrëveshje për të drejtat"],
)  # fmt: skip
def test_a_small_word_of_a_sentence_is_no_party_in_a_search(sentence, keys, wbagree, whole):
    ran = wbagree("search", *sentence.split(" "), "--format", "csv", db=whole)
    assert ran.returncode == 0
    assert "is read as" not in ran.stderr
    # A party would narrow the search: its own agreements alone would be found.
    assert {*keys("search", *sentence.split(" "))} >= {*keys("search", f'"{sentence}"')}


def test_two_letters_in_a_search_are_no_part_of_a_word(keys):
    assert keys("search", "AL", "XK", "extradition") == keys("search", "extradition", "-p", "AL-XK")


def test_several_words_in_one_argument_are_a_phrase(keys):
    assert keys("search", "joint patrol") == keys("search", '"joint patrol"')
    assert {*keys("search", "joint patrol")} < {*keys("search", "joint", "patrol")} | {*keys("list", "joint patrol")}


def test_gaps_are_those_of_the_matrix(wbagree, whole):
    rows = json.loads(wbagree("gaps", "extradition", "mla", "json", db=whole).stdout)
    matrix = wbagree("matrix", "--gaps", "-t", "extradition", "-t", "mla", "--format", "json", db=whole)
    assert rows == json.loads(matrix.stdout)
    text = wbagree("gaps", "extradition", "mla", db=whole).stdout
    grid, _, listed = text.partition("\nNot found in this register:\n")
    assert len(grid.splitlines()) == 16
    for name, code in (("extradition", "extradition"), ("mutual legal assistance", "mla")):
        pairs = [row["pair"] for row in rows if row["type"] == code]
        assert f"  {name} ({len(pairs)} of 15 pairs): {', '.join(pairs)}\n" in listed
    assert sum(line.split().count("-") for line in grid.splitlines()) == len(rows)


def test_the_columns_of_a_matrix_are_named_by_words(wbagree, whole):
    ran, meant = (wbagree("matrix", *line.split(" "), db=whole) for line in ("wb6 by type", "--among wb6 --by type"))
    assert (ran.returncode, ran.stdout) == (0, meant.stdout)
    refused = wbagree("matrix", "by", "type", "--by", "group", db=whole)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "columns for types, or for groups of types" in refused.stderr


def test_gaps_do_not_deny_what_another_form_has(wbagree, whole):
    ran = wbagree("gaps", "mou", db=whole)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "gaps with form mou would deny what is recorded" in ran.stderr


def test_the_beginning_of_keys_names_those_that_begin_so_first(wbagree, whole):
    ran = wbagree("show", "al-xk-2012", db=whole)
    assert (ran.returncode, ran.stdout) == (3, "")
    assert "did you mean AL-XK-2012-1?" in ran.stderr
    undated = wbagree("show", "AL-XK-nd", db=whole).stderr
    assert "did you mean AL-XK-nd-1 or AL-XK-nd-2 or " in undated
    assert undated.count("AL-XK-nd-") == 9


@pytest.mark.parametrize(
    ("words", "command"),
    [
        ("frameworks AL-XK", "frameworks common AL-XK"),
        ("frameworks AL XK", "frameworks common AL-XK"),
        ("frameworks Albania Kosovo", "frameworks common AL-XK"),
        ("frameworks Albania Kosovo extradition", "frameworks common AL-XK extradition"),
        ("frameworks Kosovo", "frameworks XK"),
        ("frameworks SELEC", "frameworks show SELEC"),
        ("frameworks Budapest Convention", "frameworks show ets-185"),
        ("parties Kosovo", "parties show XK"),
        ("parties North Macedonia", "parties show MK"),
    ],
)
def test_words_behind_a_group_of_commands_are_looked_up(words, command, wbagree, whole):
    ran, meant = (wbagree(*line.split(" "), db=whole) for line in (words, command))
    assert (ran.returncode, ran.stdout) == (0, meant.stdout)


def test_the_frameworks_of_a_party_and_of_a_type_are_those_of_its_members_and_of_that_type(wbagree, whole):
    known = seed_data.rows("frameworks")
    members = {row["framework"] for row in seed_data.rows("framework_members") if row["party"] == "XK"}
    listed = json.loads(wbagree("frameworks", "XK", "--format", "json", db=whole).stdout)
    assert members <= {row["framework"] for row in listed} | {row["key"] for row in known if row["ended"]}
    assert all(row["XK"] for row in listed)
    of_type = {row["key"] for row in known if "mla" in row["types"].split(";")}
    narrowed = json.loads(wbagree("frameworks", "XK", "mla", "--format", "json", db=whole).stdout)
    assert narrowed == [row for row in listed if row["framework"] in of_type]
    assert 0 < len(narrowed) < len(listed)
    refused = wbagree("frameworks", "common", "AL-XK", "mou", db=whole)
    assert (refused.returncode, refused.stdout) == (2, "")


@pytest.mark.parametrize(("words", "short"), [("6 months", "6m"), ("AL-XK 2 years", "AL-XK 2y"), ("90 days", "90d")])
def test_a_length_of_time_may_be_two_words(words, short, wbagree, whole):
    ran, meant = (wbagree("due", *line.split(" "), db=whole) for line in (words, short))
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, meant.stdout, meant.stderr)


def test_a_group_of_parties_is_listed(wbagree, whole):
    every = json.loads(wbagree("parties", "--format", "json", db=whole).stdout)
    listed = json.loads(wbagree("parties", "wb6", "--format", "json", db=whole).stdout)
    assert listed == [row for row in every if row["code"] in ("AL", "BA", "ME", "MK", "RS", "XK")]
    assert wbagree("parties", "WB6", db=whole).stdout.splitlines()[1].startswith("AL")


@pytest.mark.parametrize("command", ["list", "summary", "matrix"])
def test_a_workbook_is_written_by_export_and_that_is_said(command, wbagree, whole):
    ran = wbagree(command, "AL-XK", "out.xlsx", db=whole)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "This command writes no xlsx.\n  Type: wbagree export AL-XK out.xlsx" in ran.stderr


def test_a_slip_for_a_command_of_a_group_is_no_name(wbagree, whole):
    ran = wbagree("parties", "shwo", "AL", db=whole)
    assert ran.returncode == 2
    assert "Did you mean 'show'?" in ran.stderr


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        ("договор меѓу Албанија и Косово", "AL-XK -f agreement"),
        ("marrëveshje midis Shqipërisë dhe Kosovës", "AL-XK -f agreement"),
        ("договор со Србија за екстрадиција", "RS -f agreement -t extradition"),
        ("what do Albania and Kosovo have on extradition", "AL-XK -t extradition"),
        ("agreements between Albania and Serbia", "AL-RS"),
        ("list all", ""),
        ("signed by Nishani", "--signatory Nishani"),
        ("AL signed by Hashim Thaci", "--party AL --signatory Hashim-Thaci"),
        ("signed by Albania", "--party AL"),
        ("AL RS as of 2015", "AL-RS --as-of 2015"),
        ("AL RS in force on 1 January 2015", "AL-RS -s in-force --as-of 2015-01-01"),
        ("AL RS in-force in 2015", "AL-RS -s in-force --as-of 2015"),
        ("AL RS in-force 2015", "AL-RS -s in-force --since 2015 --until 2015"),
        ("latest AL", "AL --sort -signed"),
        ("AL since yesterday", "AL --since yesterday"),
    ],
)
def test_words_as_people_type_them_are_the_same_as_options(typed, same, wbagree, whole):
    options = [word.replace("Hashim-", "Hashim ") for word in same.split()]
    ran = wbagree(*typed.split(), "--format", "csv", db=whole)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout == wbagree("list", *options, "--format", "csv", db=whole).stdout


def test_a_word_that_names_nothing_is_named_where_nothing_is_found(wbagree, seeded):
    ran = wbagree("AL", "Xyzland", db=seeded)
    assert ran.stdout == ""
    assert ran.stderr.endswith("Read as text: Xyzland. It is no country, type, form, status or date.\n")


@pytest.mark.parametrize("word", ["not", "except", "excluding"])
def test_what_a_question_cannot_leave_out_is_refused(word, wbagree, seeded):
    ran = wbagree("AL", "XK", word, "police", db=seeded)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "wbagree search extradition -police" in ran.stderr


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        ("expiring soon", "due"),
        ("expires 2y", "due 2y"),
        ("stats Albania", "summary Albania"),
        ("how many agreements Kosovo Serbia", "summary agreements Kosovo Serbia"),
        ("missing Montenegro Kosovo", "gaps Montenegro Kosovo"),
        ("missing persons", "list missing persons"),
        ("deleted", "list --deleted"),
        ("what is mla", "types mla"),
        ("help add", "add -h"),
        ("help", "-h"),
    ],
)
def test_a_word_for_a_command_is_that_command(typed, same, wbagree, whole):
    ran, other = (wbagree(*words.split(), db=whole) for words in (typed, same))
    assert (ran.returncode, ran.stdout) == (other.returncode, other.stdout)


@pytest.mark.parametrize(
    ("typed", "call"),
    [
        ("chart AL XK", "wbagree plot timeline AL XK picture.svg"),
        ("conventions Albania Kosovo", "wbagree frameworks Albania Kosovo"),
        ("changes last week", "wbagree history"),
        ("update AL-XK-2012-1", "wbagree edit AL-XK-2012-1"),
        ("remove AL-XK-2012-1", "wbagree delete AL-XK-2012-1"),
        ("print AL XK", "wbagree export AL XK agreements.docx"),
    ],
)
def test_a_word_of_other_programs_is_answered_with_the_command(typed, call, wbagree, seeded):
    ran = wbagree(*typed.split(), db=seeded)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert f"  Type: {call}. To search for the words: wbagree search {typed}" in ran.stderr
