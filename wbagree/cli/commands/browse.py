"""``wbagree browse``: pairs and agreements on a full screen."""

import os
import sys
from importlib.util import find_spec

import typer

from wbagree.cli import TYPER_SETTINGS, register
from wbagree.cli.options.filter_options import FilterOptions, with_filter_options
from wbagree.errors import UsageProblem

app = typer.Typer(**TYPER_SETTINGS)


@app.command(
    help=(
        "Browse the agreements on a full screen, the newest first. Filter as you type, or by type and status; open an"
        " agreement, copy its key or citation, export what is shown. Nothing in the register is changed."
    ),
    epilog="\b\nExamples:\n  wbagree browse\n  wbagree browse --among wb6 --type justice --as-of 2015",
)
@with_filter_options
def browse(ctx: typer.Context, options: FilterOptions) -> None:
    if find_spec("textual") is None:
        raise UsageProblem(
            "browse needs Textual, which is not installed.", "To install it: pip install 'wbagree[browse]'"
        )
    _refuse_elsewhere()
    from wbagree.store.read.agreements import has_records

    with register.open_or_hint(ctx) as connection:
        if not has_records(connection):
            return  # hints were printed
        filter_ = options.to_filter(connection, by_pairs=True)

    from wbagree.cli.browser.app import Browser
    from wbagree.services.browser_queries import BrowseReader

    reader = BrowseReader(register.register_path(ctx), filter_, with_restricted=options.with_restricted)
    browser = Browser(reader)
    browser.run()
    if browser.return_code:
        raise typer.Exit(browser.return_code)


def _refuse_elsewhere() -> None:
    """Raise UsageProblem without a terminal that can place text."""
    streams = (("stdin", sys.stdin), ("stdout", sys.stdout), ("stderr", sys.stderr))
    elsewhere = [name for name, stream in streams if not stream.isatty()]
    if elsewhere:
        raise UsageProblem(
            f"browse needs a terminal window, and has none at {', '.join(elsewhere)}.",
            "To print the same agreements: wbagree list",
        )
    if os.environ.get("TERM") in ("dumb", "unknown"):
        raise UsageProblem(
            f"browse needs a full-screen terminal; this one is {os.environ['TERM']!r}.",
            "To print the same agreements: wbagree list",
        )
