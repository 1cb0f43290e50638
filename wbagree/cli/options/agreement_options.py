"""The options that name the fields of an agreement."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import field, make_dataclass
from typing import Annotated, Any

from wbagree.cli.options import completion
from wbagree.cli.options.option_fields import option, with_options
from wbagree.domain.acts.act import write_act
from wbagree.domain.acts.party_dates import read_party_dates
from wbagree.domain.agreements.cell_notation import join_items
from wbagree.domain.agreements.fields import DATE_NAMES, FIELDS, Field, ValueKind
from wbagree.domain.dates.date_parser import DateOrder
from wbagree.domain.dates.typed import read_typed_date
from wbagree.errors import InvalidDate, UsageProblem

_WITH_DATES = f"give it with {', '.join('--' + name.replace('_', '-') for name in DATE_NAMES)}"
_LETTERS = {"form": "-f", "types": "-t", "parties": "-p"}
_ALSO = {"parties": "--pair"}
# In a question ``--source`` looks for one.
_NAMES = {"sources": "--cite"}
_COMPLETIONS = {"types": completion.complete_types, "parties": completion.complete_parties}


# The dates of an item, as the places of its words.
_PLACES_OF_DATES = {"acts": (2, 4), "implementation": (0,)}


class AgreementOptions:
    """The fields of an agreement as typed; attributes are added below.

    Each is a text, or None when the option was not given; a list has one text for each time it was given.
    """

    date_order: DateOrder | None
    party_dates: list[str] | None

    def typed_fields(self) -> dict[str, str]:
        """Return the text of each field that was typed.

        Lists are joined as in our own layout of lists.
        """
        if self.date_order and not any(getattr(self, name) for name in DATE_NAMES):
            raise UsageProblem("--date-order says how a date is read, and none is given", _WITH_DATES)
        typed = {one.name: getattr(self, one.name) for one in FIELDS if one.help}
        if self.party_dates:
            acts = [write_act(act) for cell in self.party_dates for act in read_party_dates(cell)]
            typed["acts"] = [*(typed["acts"] or []), *acts] or [""]
        return {name: self._text(name, value) for name, value in typed.items() if value is not None and value != []}

    def _text(self, name: str, value: str | list[str]) -> str:
        if isinstance(value, list):
            return join_items(name, [_with_our_dates(name, item) for item in value])
        return self._in_order(value) if name in DATE_NAMES and self.date_order else value

    def _in_order(self, text: str) -> str:
        try:
            return str(read_typed_date(text, self.date_order)) if text else ""
        except InvalidDate:
            return text  # the validator reports it, together with all other problems


def _with_our_dates(name: str, item: str) -> str:
    """Return an item with its typed dates in our notation."""
    words = item.split(" ")
    for place in _PLACES_OF_DATES.get(name, ()):
        if place < len(words) and (place < 4 or words[3] == "effect"):
            typed, colon, rest = words[place].partition(":")
            with suppress(InvalidDate):  # the validator reports it, together with all other problems
                words[place] = f"{read_typed_date(typed)}{colon}{rest}"
    return " ".join(words)


def _field_option(one: Field) -> Any:
    """Return the annotation of a field's option, as Typer reads it."""
    name = _NAMES.get(one.name) or f"--{(one.item or one.name).replace('_', '-')}"
    names = (name, _LETTERS.get(one.name), _ALSO.get(one.name))
    type_ = list[str] | None if one.kind is ValueKind.LIST else str | None
    completed = {"autocompletion": _COMPLETIONS[one.name]} if one.name in _COMPLETIONS else {}
    return Annotated[type_, option(*filter(None, names), metavar=one.metavar, help=one.help, **completed)]


_DATE_ORDER = Annotated[
    DateOrder | None,
    option("--date-order", metavar="dmy|mdy|ymd", help="What 05/03/2012 means; without it such a date is refused."),
]
# As acts of parties were typed before acts had an option.
_PARTY_DATES = Annotated[list[str] | None, option("--party-dates", metavar="TEXT", hidden=True, help="As before acts.")]
_WithFields = make_dataclass(
    "_WithFields",
    [
        *((one.name, _field_option(one), field(default=None)) for one in FIELDS if one.help),
        ("date_order", _DATE_ORDER, field(default=None)),
        ("party_dates", _PARTY_DATES, field(default=None)),
    ],
    bases=(AgreementOptions,),
    frozen=True,
)


def with_agreement_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give ``command`` the options of an agreement, as its argument ``options``."""
    return with_options(command, _WithFields)
