"""``wbagree browse``: pairs, records and one record on a full screen."""

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
        "Browse the register on a full screen: filter as you type, move through pairs and records, open one, copy its"
        " key or its citation. Nothing is changed. The question options say what there is to browse."
    ),
    epilog="\b\nExamples:\n  wbagree browse\n  wbagree browse --among wb6 --type justice --as-of 2015",
)
@with_filter_options
def browse(ctx: typer.Context, options: FilterOptions) -> None:
    if find_spec("textual") is None:
        raise UsageProblem(
            "browse needs Textual, which is not installed here", "pip install 'wbagree[browse]' brings it"
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
            f"browse needs a terminal, and what is none here: {', '.join(elsewhere)}",
            "wbagree list prints the same records",
        )
    if os.environ.get("TERM") in ("dumb", "unknown"):
        raise UsageProblem(
            f"browse needs a terminal that can place text, and this one says that it is {os.environ['TERM']!r}",
            "wbagree list prints the same records",
        )
