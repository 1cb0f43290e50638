"""``wbagree import``: a list in any layout, all of it or nothing."""

from wbagree.cli.commands.import_.command import app

__all__ = ["app"]
