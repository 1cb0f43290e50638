"""What axe-core finds against WCAG 2.2 AA: nothing, in list and record, wide and light, on a phone and dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
GROUP = ("--among", "wb6", "--type", "justice")
PAIR = ("--pair", "AL-XK", "--type", "police")
PAGES = {
    "group": (GROUP, "", ["light"]),
    "pair": (PAIR, "", ["dark"]),
    "record": (PAIR, "#AL-XK-2012-1", ["light", "dark"]),
    "nothing found": (PAIR, "#q=qqqq", ["dark"]),
    "unknown": (PAIR, "#XX-1", ["light"]),
}
WIDTHS = {"light": 1280, "dark": 390}


@pytest.mark.parametrize(("name", "scheme"), [(name, scheme) for name in PAGES for scheme in PAGES[name][-1]])
def test_it_can_be_used_by_everybody(name, scheme, visit):
    question, hash_, _ = PAGES[name]
    page = visit(*question, hash_=hash_, color_scheme=scheme, viewport={"width": WIDTHS[scheme], "height": 900})
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    found = Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations"]}).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"], one["nodes"][0]["failureSummary"]) for one in found] == []
