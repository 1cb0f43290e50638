"""``wbagree check``."""

import csv
import io


def rows_of(ran):
    return list(csv.DictReader(io.StringIO(ran.stdout)))


def test_a_check_that_finds_something_leaves_with_4_and_says_how_many_of_which(wbagree, seeded):
    ran = wbagree("check", "--kind", "stale-status", "--kind", "party-lifetime", db=seeded)
    assert ran.returncode == 4
    shown = {line.partition(":")[0] for line in ran.stdout.splitlines()}
    assert {"HR-RS-2010-1", "AL-ME-2003-1"} <= shown
    kinds = [row["kind"] for row in rows_of(wbagree("check", "--format", "csv", db=seeded))]
    lifetimes, stale = kinds.count("party-lifetime"), kinds.count("stale-status")
    assert len(ran.stdout.splitlines()) == lifetimes + stale
    assert f"{lifetimes + stale} to look at: " in ran.stderr
    assert f"{stale} stale-status" in ran.stderr
    assert f"{lifetimes} party-lifetime" in ran.stderr


def test_a_check_that_finds_nothing_leaves_with_0(wbagree, seeded):
    ran = wbagree("check", "--pair", "AL-ME", "--kind", "duplicate", db=seeded)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "nothing to look at\n")
