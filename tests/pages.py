"""A page in a browser, as tests look at it."""

from playwright.sync_api import Page


def next_frame(page: Page) -> None:
    """Wait until the page shows what its address asks for: after a click the address changes first."""
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
