"""``wbagree due``: ends, notice, renewals, and what is out of date, recounted from the records."""

import csv
import io
import json

import pytest
import seed_data

DAY = "2026-11-01"


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


def test_what_was_signed_long_ago_and_is_not_in_force_is_recounted_from_the_file(due, span, status_of):
    rows = seed_data.some().values()
    for years, latest in ((5, "2021-11-01"), (20, "2006-11-01")):
        expected = {
            row["key"] for row in rows
            if row["signed"] and span(row["signed"])[1] <= latest and status_of(row, DAY) == "signed"
        }  # fmt: skip
        assert {row["key"] for row in due("--kind", "no-entry-into-force", "--signed-years", str(years))} == expected
        assert len(expected) > 20


def test_an_agreement_about_to_end_is_told_in_time(wbagree, seeded, due_dates_of):
    wbagree("edit", "AL-XK-2012-1", "--ended", "2027-06", db=seeded)
    assert due_dates_of("AL-XK-2012-1", "expiry") == [("2027-06", "ends")]
    assert due_dates_of("AL-XK-2012-1", "expiry", "--within", "6") == []
    assert due_dates_of("AL-XK-2012-1", "expiry", day="2027-07-01") == []


@pytest.mark.parametrize(
    ("renewal", "options", "notice", "renewals"),
    [
        (
            "tacit every 5 years from 2022-03-10, notice 6 months",
            (),
            [],
            [("2027-03-10", "renewed unless a party objects; notice was due by 2026-09-10")],
        ),
        (
            "tacit every 5 years from 2022-08-31, notice 6 months",
            (),
            [("2027-02-28", "last day for notice, 6 months before the renewal of 2027-08-31")],
            [("2027-08-31", "renewed unless a party objects")],
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
            [("2027-02", "ends unless the parties renew it")],
        ),
        ("tacit every 1 year from 2020-12-01", ("--within", "24"), [],
         [("2026-12-01", "renewed unless a party objects"), ("2027-12-01", "renewed unless a party objects")]),
        (
            "tacit every 1 year",
            (),
            [],
            [("", "renewed unless a party objects, but nothing says from when to count every 1 year")],
        ),
        (
            "by agreement on 2020-01-01",
            (),
            [],
            [("2020-01-01", "was to end then unless the parties renewed it: look whether they did")],
        ),
    ],
)  # fmt: skip
def test_renewals_and_the_last_day_for_notice(renewal, options, notice, renewals, wbagree, seeded, due_dates_of):
    ran = wbagree("edit", "AL-XK-2012-1", "--renewal", renewal, db=seeded)
    assert ran.returncode == 0, ran.stderr
    assert due_dates_of("AL-XK-2012-1", "notice", *options) == notice
    assert due_dates_of("AL-XK-2012-1", "renewal", *options) == renewals
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


def test_an_assessment_out_of_date_is_told_by_the_latest(wbagree, seeded, due_dates_of):
    for on, score in (("2020-05", "none"), ("2023-02", "partial")):
        wbagree("assess", "AL-XK-2012-1", "--on", on, "--score", score, db=seeded)
    assert due_dates_of("AL-XK-2012-1", "assessment") == [("2023-02", "last assessed: partly applied")]
    assert due_dates_of("AL-XK-2012-1", "assessment", "--assessed-months", "60") == []
    assert due_dates_of("AL-XK-2012-1", "assessment", day="2022-06-01") == [("2020-05", "last assessed: not begun")]


def test_contact_points_are_those_of_the_parties_asked_about(wbagree, seeded, due):
    for party in ("AL", "RS"):
        wbagree("contacts", "add", "--party", party, "--institution", "Police", db=seeded)
    assert [row["key"] for row in due("--kind", "contact")] == ["contact-1", "contact-2"]
    assert [row["key"] for row in due("--kind", "contact", "--pair", "AL-XK")] == ["contact-1"]


def test_kinds_come_in_order_and_each_by_its_date(due):
    rows = due("--among", "wb6")
    kinds = [row["kind"] for row in rows]
    order = ["expiry", "notice", "renewal", "assessment", "contact", "no-entry-into-force"]
    assert kinds == sorted(kinds, key=order.index)
    for kind in set(kinds):
        dates = [row["date"] for row in rows if row["kind"] == kind]
        assert dates == sorted(dates)


@pytest.mark.parametrize("format_", ["table", "csv", "md"])
def test_every_format_tells_the_same(format_, wbagree, seeded, due):
    ran = wbagree("due", "--pair", "AL-XK", "--as-of", DAY, "--format", format_, db=seeded)
    rows = due("--pair", "AL-XK")
    assert rows
    assert all(row["key"] in ran.stdout for row in rows)
    if format_ == "csv":
        assert list(csv.DictReader(io.StringIO(ran.stdout))) == rows


def test_nothing_is_said_when_nothing_comes_up(wbagree, empty):
    ran = wbagree("due", db=empty)
    assert (ran.returncode, ran.stdout) == (0, "")
    assert "nothing comes up" in ran.stderr


@pytest.mark.parametrize("arguments", [("--within", "0"), ("--kind", "never"), ("--signed-years", "x")])
def test_an_option_that_makes_no_sense_is_a_usage_error(arguments, wbagree, seeded):
    assert wbagree("due", *arguments, db=seeded).returncode == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("--signed-years", "1200"), ("--as-of", "1500"), ("--as-of", "2200"), ("--within", "1200"),
        ("--as-of", "1550", "--assessed-months", "1200"),
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


def test_a_contact_point_is_told_for_every_reason_it_has(wbagree, seeded, due):
    wbagree("contacts", "add", "--party", "XK", "--institution", "P", "--valid-to", "2027-03", "--verified", "2001",
            db=seeded)  # fmt: skip
    wbagree("contacts", "add", "--party", "XK", "--institution", "Later", "--valid-from", "2030", db=seeded)
    assert [(row["key"], row["what"]) for row in due("--kind", "contact")] == [
        ("contact-1", "last verified"), ("contact-1", "valid until then"),
    ]  # fmt: skip
