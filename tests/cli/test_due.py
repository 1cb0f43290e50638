"""``wbagree due``: ends, notice, renewals and contact points that come, and their calendar."""

import csv
import io
import json
from datetime import date

import pytest
from icalendar import Calendar

DAY = "2026-11-01"
YEAR = ("--within", "1y")


@pytest.fixture
def due(wbagree, seeded):
    """What comes up as of a day, as objects."""

    def found(*options, day=DAY):
        ran = wbagree("due", *options, "--as-of", day, "--format", "json", db=seeded)
        assert ran.returncode == 0, ran.stderr
        return json.loads(ran.stdout)

    return found


@pytest.fixture
def due_dates_of(due):
    """Date and sentence of what comes up of one kind with a record."""

    def of(key, kind, *options, day=DAY):
        return [(row["date"], row["what"]) for row in due("--kind", kind, *options, day=day) if row["key"] == key]

    return of


def test_an_agreement_about_to_end_is_told_in_time(wbagree, seeded, due_dates_of):
    wbagree("edit", "AL-XK-2012-1", "--ended", "2027-06", db=seeded)
    assert due_dates_of("AL-XK-2012-1", "expiry", "--within", "12") == [("2027-06", "ends")]
    assert due_dates_of("AL-XK-2012-1", "expiry") == []
    assert due_dates_of("AL-XK-2012-1", "expiry", day="2027-07-01") == []


@pytest.mark.parametrize(
    ("renewal", "options", "notice", "renewals"),
    [
        (
            "tacit every 5 years from 2022-03-10, notice 6 months",
            (),
            [],
            [("2027-03-10", "renews automatically on 2027-03-10; notice period ended 2026-09-10")],
        ),
        (
            "tacit every 5 years from 2022-08-31, notice 6 months",
            (),
            [("2027-02-28", "last day for notice, 6 months before the renewal of 2027-08-31")],
            [("2027-08-31", "renews automatically on 2027-08-31")],
        ),
        # The renewal is beyond the horizon, the day for notice within it.
        (
            "tacit every 5 years from 2022-12-31, notice 6 months",
            (),
            [("2027-06-30", "last day for notice, 6 months before the renewal of 2027-12-31")],
            [],
        ),
        (
            "by agreement on 2027-02, notice 30 days",
            (),
            [("2027-01-02", "last day for notice, 30 days before the renewal of 2027-02")],
            [("2027-02", "ends on 2027-02 unless the parties renew it")],
        ),
        ("tacit every 1 year from 2020-12-01", ("--within", "24"), [],
         [("2026-12-01", "renews automatically on 2026-12-01"), ("2027-12-01", "renews automatically on 2027-12-01")]),
    ],
)  # fmt: skip
def test_renewals_and_the_last_day_for_notice(renewal, options, notice, renewals, wbagree, seeded, due_dates_of):
    ran = wbagree("edit", "AL-XK-2012-1", "--renewal", renewal, db=seeded)
    assert ran.returncode == 0, ran.stderr
    assert due_dates_of("AL-XK-2012-1", "notice", *(options or YEAR)) == notice
    assert due_dates_of("AL-XK-2012-1", "renewal", *(options or YEAR)) == renewals
    shown = wbagree("show", "AL-XK-2012-1", db=seeded).stdout
    assert renewal in " ".join(shown.split())


def test_what_has_ended_is_not_renewed(wbagree, seeded, due_dates_of):
    renewal = ("--renewal", "tacit every 1 year from 2020-12-01")
    wbagree("edit", "AL-XK-2012-1", *renewal, "--ended", "2025", db=seeded)
    assert due_dates_of("AL-XK-2012-1", "renewal") == []


def test_a_renewal_comes_back_from_an_export(wbagree, seeded, tmp_path):
    renewal = "tacit every 5 years from 2022-03-10, notice 6 months"
    wbagree("edit", "AL-XK-2012-1", "--renewal", renewal, db=seeded)
    for name in ("out.csv", "out.json"):
        assert wbagree("export", str(tmp_path / name), db=seeded).returncode == 0
    rows = csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text(encoding="utf-8"), newline=""))
    assert {row["renewal"] for row in rows} == {"", renewal}
    other = tmp_path / "other.db"
    for name in ("out.csv", "out.json"):
        other.unlink(missing_ok=True)
        assert wbagree("import", str(tmp_path / name), db=other).returncode == 0
        again = wbagree("export", "--format", "csv", db=other).stdout
        assert again.encode() == (tmp_path / "out.csv").read_bytes()


def test_contact_points_are_those_of_the_parties_in_question(wbagree, seeded, due):
    for party in ("AL", "RS"):
        wbagree("contacts", "add", "-p", party, "--institution", "Police", "--verified", "2026-01-15", db=seeded)
    assert [row["key"] for row in due("--kind", "contact")] == ["contact-1", "contact-2"]
    assert [row["key"] for row in due("--kind", "contact", "--pair", "AL-XK")] == ["contact-1"]


@pytest.mark.usefixtures("coming")
def test_kinds_are_mixed_and_the_earliest_comes_first(due):
    rows = due("2y", "AL-XK")
    assert {row["kind"] for row in rows} == {"expiry", "notice", "renewal", "contact"}
    dates = [row["date"] for row in rows]
    assert dates == sorted(dates)


@pytest.fixture
def coming(wbagree, seeded):
    """A register with a date of every kind, all of them after the day."""
    renewal = "tacit every 1 year from 2021-02-01, notice 1 month"
    wbagree("edit", "AL-XK-2012-1", "--renewal", renewal, "--ended", "2028-06", db=seeded)
    contact = ("--institution", "Police; Directorate, Priština", "--verified", "2026-01-15")
    assert wbagree("contacts", "add", "-p", "XK", *contact, db=seeded).returncode == 0
    return seeded


@pytest.mark.parametrize("format_", ["table", "csv", "md"])
def test_every_format_tells_the_same(format_, wbagree, coming, due):
    ran = wbagree("due", "--pair", "AL-XK", "--as-of", DAY, "--format", format_, db=coming)
    rows = due("--pair", "AL-XK")
    assert len(rows) == 3
    assert "3 due by 1 May 2027: 1 last day for notice, 1 renewal, 1 contact point\n" in ran.stderr
    assert all(row["key"] in ran.stdout for row in rows)
    if format_ == "csv":
        assert list(csv.DictReader(io.StringIO(ran.stdout))) == rows


def test_nothing_is_said_when_nothing_comes_up(wbagree, empty):
    ran = wbagree("due", db=empty)
    assert (ran.returncode, ran.stdout) == (0, "")
    assert "\nNothing is due by " in f"\n{ran.stderr}"


def test_what_was_due_in_an_earlier_release_is_found_by_check(wbagree, seeded):
    for words, kind in (
        (("--kind", "no-entry-into-force"), "no-entry-into-force"), (("--signed-years", "10"), "no-entry-into-force"),
        (("--kind", "assessment"), "unrated"), (("--assessed-months", "24"), "unrated"),
    ):  # fmt: skip
        ran = wbagree("due", *words, db=seeded)
        assert (ran.returncode, ran.stdout) == (2, "")
        assert f"Type: wbagree check --kind {kind}\n" in ran.stderr
        assert wbagree("check", "--kind", kind, db=seeded).returncode == 4


@pytest.mark.parametrize("arguments", [("--within", "0"), ("--kind", "never"), ("6m", "2y")])
def test_an_option_that_makes_no_sense_is_a_usage_error(arguments, wbagree, seeded):
    assert wbagree("due", *arguments, db=seeded).returncode == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("--verified-months", "1200"), ("--as-of", "1500"), ("--as-of", "2200"), ("--within", "1200"),
        ("--as-of", "1550", "--verified-months", "1200"),
    ],
)  # fmt: skip
def test_no_limit_is_too_far_away(arguments, wbagree, seeded):
    wbagree("edit", "AL-XK-2012-1", "--renewal", "tacit every 5 years from 2020-03-10, notice 600 years", db=seeded)
    ran = wbagree("due", *arguments, db=seeded)
    assert ran.returncode == 0, ran.stderr


def test_nothing_is_renewed_after_its_known_end(wbagree, seeded, due_dates_of):
    renewal = ("--renewal", "tacit every 1 year from 2020-06-01")
    wbagree("edit", "AL-XK-2012-1", *renewal, "--ended", "2027-12", db=seeded)
    assert [on for on, _ in due_dates_of("AL-XK-2012-1", "renewal", "--within", "60")] == ["2027-06-01"]


def test_a_contact_point_is_shown_for_every_date_that_it_has(wbagree, seeded, due):
    wbagree("contacts", "add", "-p", "XK", "--institution", "P", "--valid-to", "2027-03", "--verified", "2026-02",
            db=seeded)  # fmt: skip
    wbagree("contacts", "add", "-p", "XK", "--institution", "Later", "--valid-from", "2030", db=seeded)
    assert [(row["key"], row["date"], row["what"]) for row in due("--kind", "contact")] == [
        ("contact-1", "2027-02", "contact to verify (last verified 2026-02)"),
        ("contact-1", "2027-03", "contact valid until then"),
    ]
    assert [row["date"] for row in due("--kind", "contact", "--verified-months", "10")] == ["2026-12", "2027-03"]


def test_contact_points_that_are_late_are_counted_and_not_shown(wbagree, seeded, due):
    for verified in ("2001", ""):
        wbagree("contacts", "add", "-p", "XK", "--institution", f"P{verified}", "--verified", verified, db=seeded)
    assert due("--kind", "contact") == []
    ran = wbagree("due", "--as-of", DAY, db=seeded)
    assert "2 contact points not verified in time: wbagree contacts due\n" in ran.stderr
    assert wbagree("contacts", "due", db=seeded).stdout.count("contact-") == 2


@pytest.mark.parametrize("words", [("a.ics",), ("-o", "a.ics"), ("--format", "ics"), ("ics",)])
def test_a_calendar_has_every_date_as_an_event_of_whole_days(words, wbagree, coming, due, tmp_path):
    words = [str(tmp_path / word) if word == "a.ics" else word for word in words]
    ran = wbagree("due", "AL-XK", "2y", "--as-of", DAY, *words, db=coming)
    assert ran.returncode == 0, ran.stderr
    file = tmp_path / "a.ics"
    text = file.read_bytes() if file.exists() else ran.stdout.encode()
    events = Calendar.from_ical(text).walk("VEVENT")
    rows = due("AL-XK", "2y")
    assert len(events) == len(rows) > 5
    for event, row in zip(events, rows, strict=True):
        assert row["title"] in event["SUMMARY"]
        assert row["what"][1:] in event["DESCRIPTION"]
        assert row["key"] in event["DESCRIPTION"]
        assert event.decoded("DTSTART").isoformat().startswith(row["date"])
    end = next(event for event in events if event["SUMMARY"].startswith("Ends: "))
    assert (end.decoded("DTSTART"), end.decoded("DTEND")) == (date(2028, 6, 1), date(2028, 7, 1))


def test_an_event_keeps_its_uid_and_no_two_have_one(wbagree, coming, tmp_path):
    def uids(name, *words):
        wbagree("due", *words, "--as-of", DAY, str(tmp_path / name), db=coming)
        events = Calendar.from_ical((tmp_path / name).read_bytes()).walk("VEVENT")
        return {str(event["UID"]): event.decoded("DTSTART") for event in events}

    before = uids("one.ics", "3y")
    assert len(before) == 6
    wbagree("edit", "AL-XK-2012-1", "--ended", "2028-09", db=coming)
    wbagree("contacts", "edit", "contact-1", "--verified", "2026-02-15", db=coming)
    after = uids("two.ics", "3y")
    assert after.keys() == before.keys()
    assert sorted(uid.rpartition("-")[2] for uid in before if before[uid] != after[uid]) == ["contact", "expiry"]
    (agreement_id,) = json.loads(
        wbagree("list", "AL-XK-2012-1", "-c", "id", "--format", "json", db=coming).stdout
    )[0].values()  # fmt: skip
    assert sum(uid.startswith(agreement_id) for uid in before) == 5
