"""The options on frameworks: the fields of one."""

from dataclasses import dataclass
from typing import Annotated

from wbagree.cli.options import completion
from wbagree.cli.options.option_fields import option
from wbagree.domain.frameworks.framework import FrameworkKind


@dataclass(frozen=True, slots=True)
class FrameworkFields:
    """The fields of a framework as typed; None when not given."""

    name: Annotated[str | None, option("--name", metavar="TEXT", help="Its full name.")] = None
    short_name: Annotated[str | None, option("--short-name", metavar="TEXT", help="As people call it: SELEC.")] = None
    kind: Annotated[str | None, option("--kind", metavar="KIND", help=f"One of {', '.join(FrameworkKind)}.")] = None
    types: Annotated[list[str] | None, option("--type", "-t", metavar="TYPE", autocompletion=completion.complete_types,
        help="What it is about; repeat for more.")] = None  # fmt: skip
    established: Annotated[str | None, option("--established", metavar="DATE", help="Since when it is there.")] = None
    ended: Annotated[str | None, option("--ended", metavar="DATE", help="Until when.")] = None
    succeeded_by: Annotated[str | None, option("--succeeded-by", metavar="FRAMEWORK", help="What it became.")] = None
    seat: Annotated[str | None, option("--seat", metavar="TEXT", help="Where it sits.")] = None
    website: Annotated[str | None, option("--website", metavar="URL", help="Its address.")] = None
    sources: Annotated[str | None, option("--sources", metavar="TEXT", help="Source.")] = None
    notes: Annotated[str | None, option("--notes", metavar="TEXT", help="Notes.")] = None
