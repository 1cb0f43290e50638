"""What the tests of the page share: one Chromium for each worker, the pages, and no way to the network."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pages import next_frame
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from wbagree.domain.agreements.agreement import Agreement
from wbagree.domain.agreements.parts import Signatory
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.filter import Filter
from wbagree.store.file import connection
from wbagree.store.read import agreements
from wbagree.store.write.agreements import AgreementChange, apply_agreement_changes
from wbagree.store.write.session import transaction

_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The Chromium of this machine; without one the tests are skipped, except where everything has to be run.

    One for each module: while it runs, so does an event loop, and other tests need one of their own.
    """
    path = next(filter(None, map(shutil.which, _NAMES)), None)
    if path is None:
        reason = f"no Chromium here ({', '.join(_NAMES)}): what the page does in a browser is not tested"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(reason)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=["--disable-gpu"])
        yield started
        started.close()


def _is_named(one: Agreement) -> bool:
    parties = {*one.parties}
    pairs = any(pair <= parties for pair in ({"AL", "XK"}, {"ME", "XK"}, {"MK", "XK"}))
    predecessors = {"UNMIK", "YU-SFRY", "YU-FRY", "CS"} & parties
    return bool(pairs or predecessors or "joint-patrol" in one.types or one.ended)


@pytest.fixture(scope="session")
def register(_templates: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Bundled records, and one that was signed by somebody whose name is spelt in four ways.

    Of those in ``seeded`` it has what tests name (pairs of Kosovo*, predecessors, joint patrols, what ended), and every
    sixth of the others: a browser takes seconds for a page of all.
    """
    path = Path(shutil.copy(_templates["seeded"], tmp_path_factory.mktemp("register") / "register.db"))
    with connection.open_for_reading(path) as opened:
        bundled = [record.agreement for record in agreements.records(opened, Filter(), sort="key")]
    with transaction(path, "add") as session:
        others = [one for one in bundled if not _is_named(one)]
        left_out = [one for place, one in enumerate(others) if place % 6]
        apply_agreement_changes(session, [AgreementChange(one, None) for one in left_out])
        signed = (Signatory("RS", "Ministry of Justice", "Đorđe Đorđević", "Minister"),)
        new = Agreement("", "Protocol on a copy", "protocol", ("mla",), ("ME", "RS"), "low", "Споразум", signed)
        apply_agreement_changes(session, [AgreementChange(None, new._replace(signed=PartialDate(2024)))])
    return path


@pytest.fixture(scope="session")
def found(register: Path) -> Callable[[Filter], list[str]]:
    """The keys of the records that the program finds for a question, the newest first as on the page."""

    def keys(question: Filter) -> list[str]:
        with connection.open_for_reading(register) as opened:
            return [record.agreement.key for record in agreements.records(opened, question, sort="-signed", fields=())]

    return keys


@pytest.fixture(scope="session")
def reported(programs: Any, register: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., str]:
    """The address of the report that answers a question, made once."""
    made: dict[tuple[str, ...], str] = {}

    def report(*question: str) -> str:
        if question not in made:
            file = tmp_path_factory.mktemp("report") / "report.html"
            code, written = programs.run(
                ("report", str(file), *question), b"", {**os.environ, "WBAGREE_DB": str(register)}
            )
            assert code == 0, written
            made[question] = file.as_uri()
        return made[question]

    return report


@pytest.fixture(scope="module")
def contexts(browser: Browser) -> Callable[..., BrowserContext]:
    """A window of its own for each set of options, made once: a new one takes longer than the page."""
    made: dict[str, BrowserContext] = {}

    def context(**how: Any) -> BrowserContext:
        if repr(how) not in made:
            made[repr(how)] = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **how})
            made[repr(how)].route(lambda url: not url.startswith("file:"), lambda route: route.abort())
        return made[repr(how)]

    return context


@pytest.fixture
def visit(contexts: Callable[..., BrowserContext], reported: Callable[..., str]) -> Iterator[Callable[..., Page]]:
    """Open the report that answers a question; at the end nothing was fetched, and nothing went wrong on the page."""
    pages = []
    wrong: list[str] = []

    def open_page(*question: str, hash_: str = "", **how: Any) -> Page:
        page = contexts(**how).new_page()
        pages.append(page)
        page.on("request", lambda one: wrong.append(one.url) if not one.url.startswith("file:") else None)
        page.on("console", lambda message: wrong.append(message.text))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.goto(reported(*question) + hash_)
        return page

    yield open_page
    for page in pages:
        page.close()
    assert wrong == []


@pytest.fixture(scope="session")
def listed() -> Callable[[Page], list[str]]:
    """The keys of the records that the table shows, in its order, when an address that was followed is shown."""

    def keys(page: Page) -> list[str]:
        next_frame(page)
        return page.evaluate(
            "[...document.querySelectorAll('.list tbody tr')].filter((row) => row.checkVisibility())"
            ".map((row) => row.querySelector('a').hash.slice(1))"
        )

    return keys
