"""``wbagree frameworks``: bodies and multilateral conventions that also serve a pair."""

from wbagree.cli.commands.frameworks.edit import app

__all__ = ["app"]
