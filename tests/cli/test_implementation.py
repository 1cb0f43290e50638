"""``summary --by assessment``, and the brief: what was judged, by whom, and what others counted."""

import csv
import io
import json
import re
from collections import Counter

import pytest
import seed_data

DAY = ("--as-of", "2026-11-01")
MONITOR = (
    "--about", "agreements signed since 2014", "--total", "86", "--full", "49%", "--partial", "36%", "--none", "9%",
    "--unknown", "6%", "--by", "Monitor", "--on", "2024", "--source", "Report 12 <https://example.org/12>",
)  # fmt: skip
KEY = "AL-XK-2012-1"


def scores_of(rows):
    """The latest score of each record: the last of the latest date, read from the cells by hand."""
    scores = Counter()
    for row in rows:
        seen = re.findall(r"(?:^| \| )(\d{4}(?:-\d\d){0,2})[?~]? (none|partial|full|unknown):", row["implementation"])
        # A year or a month is as late as its last day.
        late = [f"{on}-12-31" if len(on) == 4 else f"{on}-31" if len(on) == 7 else on for on, _ in seen]
        scores[seen[max(range(len(seen)), key=lambda place: (late[place], place))][1] if seen else "never"] += 1
    return scores


@pytest.mark.parametrize("parties", [(), ("AL", "XK"), ("RS", "XK")])
def test_the_table_that_monitors_publish_is_recounted_from_the_file(parties, wbagree, whole):
    rows = [row for row in seed_data.agreements().values() if set(parties) <= set(row["parties"].split(";"))]
    scores = scores_of(rows)
    pair = ("--pair", "-".join(parties), "--no-inherited") if parties else ()
    ran = wbagree("summary", "--by", "assessment", *pair, *DAY, "--format", "json", db=whole)
    lines = json.loads(ran.stdout)
    names = {"never": "never assessed", "full": "fully applied", "partial": "partly applied", "none": "not begun",
             "unknown": "no information"}  # fmt: skip
    assessed = len(rows) - scores["never"]
    assert lines == [
        {
            "assessment": name,
            "records": scores[score],
            "percent_of_all": round(100 * scores[score] / len(rows), 1),
            "percent_of_assessed": None if score == "never" else round(100 * scores[score] / assessed, 1),
        }
        for score, name in names.items()
    ]
    share = lines[0]["percent_of_all"]
    assert ran.stderr.startswith(f"Never assessed: {scores['never']} of {len(rows)} ({share} %).")


def test_the_table_is_the_same_in_every_format(wbagree, whole, golden):
    def printed(format_):
        return wbagree("summary", "--by", "assessment", *DAY, "--format", format_, db=whole).stdout

    golden("summary-assessment.md", printed("md"))
    golden("summary-assessment.txt", printed("table"))
    read = list(csv.DictReader(io.StringIO(printed("csv"))))
    lines = json.loads(printed("json"))
    assert [{name: "" if value is None else str(value) for name, value in line.items()} for line in lines] == read


def test_those_who_differ_are_counted_and_stand_side_by_side(wbagree, seeded):
    def sentences():
        return wbagree("summary", "--by", "assessment", "--pair", "AL-XK", db=seeded).stderr

    assert "differ" not in sentences()
    wbagree("assess", KEY, "--score", "full", "--on", "2024", "--by", "Kosovo Police", "--party", "XK", db=seeded)
    wbagree("assess", KEY, "--score", "partial", "--on", "2024-06", "--by", "Monitor", db=seeded)
    assert f"The latest ratings of assessors differ on {KEY} " in sentences()
    shown = " ".join(wbagree("show", KEY, db=seeded).stdout.split())
    assert "partly applied (Monitor, 2024-06); fully applied for XK (Kosovo Police, 2024)" in shown


@pytest.mark.parametrize(
    ("parties", "options", "is_cited"),
    [
        ("AL,XK", ("--pair", "AL-XK"), True),
        ("AL,XK", ("--pair", "AL-RS"), False),
        ("AL,XK", ("--party", "XK"), True),
        ("AL,XK", ("--among", "wb6"), True),
        ("wb6", ("--among", "AL,XK,ME"), False),
        ("AL,XK", (), True),
        ("", ("--pair", "AL-XK"), False),
        ("", (), True),
    ],
)
def test_what_others_counted_is_cited_where_it_is_about_the_same_parties(parties, options, is_cited, wbagree, seeded):
    wbagree("tallies", "add", *MONITOR, "--parties", parties, db=seeded)
    message = wbagree("summary", "--by", "assessment", *options, db=seeded).stderr
    assert ("Counted by others, not from these records" in message) is is_cited
    assert ("Monitor, 2024: of 86 agreements signed since 2014: 49 % fully implemented" in message) is is_cited


def test_the_brief_says_who_judged_what_and_what_others_counted(wbagree, seeded):
    wbagree("tallies", "add", *MONITOR, "--parties", "AL,XK", db=seeded)
    wbagree("assess", KEY, "--score", "full", "--on", "2024", "--by", "Kosovo Police", "--party", "XK", db=seeded)
    text = wbagree("brief", "AL-XK", db=seeded).stdout
    (number,) = re.findall(r"Another count, not of these records, by Monitor \(2024\): .*\. \\\[(\d+)\\\]\n", text)
    assert f"\n{number}. [Report 12](<https://example.org/12>)" in text
    assert "2024: judged fully applied for Kosovo\\* by Kosovo\\* Police" in text
    assert "Monitor" not in wbagree("brief", "AL-ME", db=seeded).stdout


CONTACT = ("--institution", "Kosovo Police", "--unit", "ILECU", "--type", "mla", "--channel", "SIENA",
           "--person", "Zana H", "--phone", "+383 38", "--email", "desk@example.org",
           "--verified", "2025-05")  # fmt: skip


@pytest.mark.parametrize("command", [("brief", "AL-XK"), ("export", "--pair", "AL-XK", "--format", "md")])
def test_documents_have_contact_points_only_on_request(command, wbagree, seeded):
    wbagree("contacts", "add", "--party", "XK", *CONTACT, db=seeded)
    wbagree("contacts", "add", "--party", "RS", "--institution", "Elsewhere", db=seeded)
    wbagree("contacts", "add", "--party", "AL", "--institution", "Gone", "--valid-to", "2020", db=seeded)
    without = wbagree(*command, db=seeded).stdout
    for word in ("ILECU", "Zana", "+383", "desk@", "Contact points"):
        assert word not in without
    text = wbagree(*command, "--with-contacts", db=seeded).stdout
    line = (
        "- Kosovo\\*: ILECU, Kosovo\\* Police; Zana H; for mutual legal assistance; by SIENA; +383 38,"
        " desk@example.org; verified May 2025."
    )
    assert f"## Contact points\n\n{line}\n" in text
    assert "Elsewhere" not in text
    assert "Gone" not in text
    none = wbagree(command[0], *(part.replace("AL-XK", "BA-ME") for part in command[1:]), "--with-contacts", db=seeded)
    assert "No contact point is recorded." in none.stdout


@pytest.mark.parametrize("format_", ["csv", "json", "jsonl"])
def test_an_export_of_records_has_no_place_for_contact_points(format_, wbagree, seeded):
    ran = wbagree("export", "--format", format_, "--with-contacts", db=seeded)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert f"wbagree contacts list --with-contacts --format {format_}" in ran.stderr
