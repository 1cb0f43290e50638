"""``python -m wbagree``."""

from wbagree.cli import main

main()
