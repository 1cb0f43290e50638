"""The options for reading a list, and the mappings saved from them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Annotated

from wbagree.cli.options import completion
from wbagree.cli.options.option_fields import option, with_options
from wbagree.domain.dates.date_parser import DateOrder
from wbagree.domain.foreign_lists.column_mapping import Mapping
from wbagree.domain.parties.party_book import PartyBook
from wbagree.errors import UsageProblem
from wbagree.formats.list_readers import saved_mappings
from wbagree.formats.list_readers.rows import ReaderOptions


@dataclass(frozen=True, slots=True)
class ForeignListOptions:
    """How to read a list, as typed.

    An empty option is detected in the list, or taken from a saved mapping.
    """

    map: Annotated[list[str] | None, option("--map", "-m", metavar="'HEADER=FIELD'",
        help="What a column is, if its header is not recognised; 'HEADER=' leaves it out. Repeat.")] = None  # fmt: skip
    set: Annotated[list[str] | None, option("--set", metavar="'FIELD=VALUE'",
        help="A value for every agreement that has none of its own. Repeat.")] = None  # fmt: skip
    party: Annotated[list[str] | None, option("--party", metavar="'NAME=PARTY'",
        help="What a name in the list means; 'NAME=' leaves it out of the parties. Repeat.")] = None  # fmt: skip
    value: Annotated[list[str] | None, option("--value", metavar="'TEXT=VALUE'",
        help="Meaning of a cell: 'Extinguido=terminated', 'status:Em Vigor=in-force'. Repeat.")] = None  # fmt: skip
    home: Annotated[str | None, option("--home", metavar="PARTY", autocompletion=completion.complete_parties,
        help="Your own country, when the list has only the partner country.")] = None  # fmt: skip
    date_order: Annotated[DateOrder | None, option("--date-order", metavar="dmy|mdy|ymd",
        help="What 05/03/2012 means; without it such a date is refused.")] = None  # fmt: skip
    encoding: Annotated[str | None, option("--encoding", metavar="NAME", help="As utf-8, utf-16, cp1250.")] = None
    delimiter: Annotated[str | None, option("--delimiter", metavar="CHAR", help="As ';' or tab.")] = None
    sheet: Annotated[str | None, option("--sheet", metavar="NAME", help="The sheet of a workbook.")] = None
    header: Annotated[int | None, option("--header", metavar="LINE", min=1, help="The line of the header.")] = None
    keep_unmapped: Annotated[bool, option("--keep-unmapped",
        help="Keep the values of columns that are no field, labelled, in the notes.")] = False  # fmt: skip
    fill_down: Annotated[list[str] | None, option("--fill-down", metavar="HEADER",
        help="A column whose text holds for the rows below it too, until another comes. Repeat.")] = None  # fmt: skip
    group_by: Annotated[list[str] | None, option("--group-by", metavar="COLUMN,COLUMN",
        help="Join rows that are the same in these columns: each party, or act, has a row. '' joins none.",
        )] = None  # fmt: skip
    use_map: Annotated[str | None, option("--use-map", metavar="NAME", help="Read it as a mapping kept before.")] = None
    save_map: Annotated[str | None, option("--save-map", metavar="NAME",
        help="Keep this mapping under a name, with --dry-run and --preview too.")] = None  # fmt: skip

    def mapping_and_reader_options(self, book: PartyBook) -> tuple[Mapping, ReaderOptions]:
        """Return the mapping and the reader options, with those saved.

        A mapping that ``--use-map`` names is loaded; options as typed go before its own.
        """
        if self.save_map is not None:
            saved_mappings.mapping_path(self.save_map)  # refuses an impossible name first
        kept, reader_options = (
            saved_mappings.load_mapping(self.use_map) if self.use_map is not None else (Mapping(), ReaderOptions())
        )
        parties = {
            name: book.resolve(code) if code.strip() else "" for name, code in _pairs("party", self.party).items()
        }
        mapping_ = Mapping(
            {**kept.columns, **_pairs("map", self.map)},
            {**kept.constants, **_pairs("set", self.set, first=True)},
            {name: book.resolve(code) if code else "" for name, code in {**kept.parties, **parties}.items()},
            book.resolve(self.home or kept.home) if self.home or kept.home else "",
            self.date_order or kept.date_order,
            self.keep_unmapped or kept.keep_unmapped,
            tuple(dict.fromkeys((*kept.fill_down, *(self.fill_down or ())))),
            {**kept.values, **_pairs("value", self.value)},
            tuple(filter(None, self.group_by)) if self.group_by else kept.group_by,
        )
        given = {name: getattr(self, name) for name in ("encoding", "delimiter", "sheet", "header")}
        names = (*given, "home", "party", "date_order", "value", "group_by")
        by_hand = frozenset(name.replace("_", "-") for name in names if getattr(self, name))
        return mapping_, replace(
            reader_options, by_hand=by_hand, **{name: value for name, value in given.items() if value}
        )


def _pairs(name: str, texts: list[str] | None, *, first: bool = False) -> dict[str, str]:
    """Return ``NAME=VALUE`` texts as a dictionary.

    With ``first`` the first ``=`` separates, otherwise the last.
    """
    pairs: dict[str, str] = {}
    for text in texts or ():
        left, sign, right = text.partition("=") if first else text.rpartition("=")
        if not sign or not left.strip():
            raise UsageProblem(f"--{name} {text!r}: write it as 'NAME=VALUE'")
        if pairs.setdefault(left.strip(), right.strip()) != right.strip():
            raise UsageProblem(f"--{name} says two things of {left.strip()!r}; say one")
    return pairs


def with_foreign_list_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give ``command`` these options, as its argument ``options``."""
    return with_options(command, ForeignListOptions)
