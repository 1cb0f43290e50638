"""``wbagree timeline``."""

DAY = ("--as-of", "2026-11-01")


def test_the_timeline_of_a_pair(at_terminal, seeded, golden):
    screen = at_terminal("timeline", "--pair", "AL-XK", *DAY, db=seeded, columns=80, NO_COLOR="1")
    assert screen.returncode == 0
    golden("timeline-al-xk-80.txt", screen.text)


def test_a_timeline_in_a_file_is_the_summary_by_year(wbagree, seeded):
    timeline = wbagree("timeline", "--pair", "AL-XK", *DAY, "--format", "csv", db=seeded)
    summary = wbagree("summary", "--by", "year", "--pair", "AL-XK", *DAY, "--format", "csv", db=seeded)
    assert timeline.stdout == summary.stdout
