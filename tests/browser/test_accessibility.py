"""What axe-core finds against WCAG 2.2 AA: nothing, in light and dark, wide and on a phone, list and record."""

import pytest
from axe_playwright_python.sync_playwright import Axe

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
GROUP = ("--among", "wb6", "--type", "justice")
PAIR = ("--pair", "AL-XK", "--type", "police")
PAGES = {
    "group": (GROUP, ""),
    "pair": (PAIR, ""),
    "record": (PAIR, "#AL-XK-2012-1"),
    "nothing found": (PAIR, "#q=qqqq"),
    "unknown": (PAIR, "#XX-1"),
}


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
@pytest.mark.parametrize("name", PAGES)
def test_it_can_be_used_by_everybody(name, width, scheme, visit):
    question, hash_ = PAGES[name]
    page = visit(*question, hash_=hash_, color_scheme=scheme, viewport={"width": width, "height": 900})
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    found = Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations"]}).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"], one["nodes"][0]["failureSummary"]) for one in found] == []
