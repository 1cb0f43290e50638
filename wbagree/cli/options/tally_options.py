"""The options on tallies: the fields of one."""

from dataclasses import dataclass
from typing import Annotated

from wbagree.cli.options import completion
from wbagree.cli.options.option_fields import option


@dataclass(frozen=True, slots=True)
class TallyFields:
    """The fields of a tally as typed; None when not given."""

    about: Annotated[str | None, option("--about", metavar="TEXT",
        help="What was counted: 'agreements signed since 2014'.")] = None  # fmt: skip
    parties: Annotated[str | None, option("--parties", metavar="A,B,C", autocompletion=completion.complete_groups,
        help="Whom it is about: AL,XK or a group such as wb6.")] = None  # fmt: skip
    total: Annotated[str | None, option("--total", metavar="N", help="How many were counted.")] = None
    full: Annotated[str | None, option("--full", metavar="N|N%", help="Fully implemented.")] = None
    partial: Annotated[str | None, option("--partial", metavar="N|N%", help="Partly.")] = None
    none: Annotated[str | None, option("--none", metavar="N|N%", help="Not begun.")] = None
    unknown: Annotated[str | None, option("--unknown", metavar="N|N%", help="No information.")] = None
    by: Annotated[str | None, option("--counted-by", metavar="WHO", help="Who counted.")] = None
    on: Annotated[str | None, option("--on", metavar="DATE", help="When.")] = None
    source: Annotated[str | None, option("--cite", metavar="'CITATION <URL>'", help="Source.")] = None
    notes: Annotated[str | None, option("--notes", metavar="TEXT", help="Notes.")] = None
