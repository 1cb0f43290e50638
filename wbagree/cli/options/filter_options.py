"""The filter options, which many commands share."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from wbagree.cli.file_formats import format_of_ending
from wbagree.cli.options import completion
from wbagree.cli.options.dates import read_as_of_day, read_optional_date, read_optional_start
from wbagree.cli.options.file_words import (
    formats_of,
    is_written_elsewhere,
    refuse_format,
    split_off_file,
    split_off_format,
)
from wbagree.cli.options.option_fields import option, with_options
from wbagree.cli.options.restricted import leaves_terminal
from wbagree.cli.output.streams import is_trial, print_message
from wbagree.cli.parser import refuse_empty_options
from wbagree.domain.agreements.vocabularies import Confidence, Form, Level, Score, Status, pluralise
from wbagree.domain.filter import Filter
from wbagree.errors import InvalidValue, UsageProblem
from wbagree.services import typed_words
from wbagree.services.restricted import filter_without_restricted

if TYPE_CHECKING:
    from wbagree.domain.parties.party_book import PartyBook

_Code = TypeVar("_Code")
# The default group of commands about pairs.
_WB6 = "wb6"


@dataclass(repr=False)  # never shown; spares the start of each command
class FilterOptions:
    """The filter as typed; ``to_filter`` resolves its names."""

    words: Annotated[list[str] | None, typer.Argument(metavar="[WORDS]...", autocompletion=completion.complete_words,
        help="What it is about, in any order: AL XK, Albania, wb6, extradition, mou, in-force, 2010-2020, a text ...")
    ] = None  # fmt: skip
    pair: Annotated[list[str] | None, option("--pair", "-p", metavar="A-B", autocompletion=completion.complete_pairs,
        help="Both parties, in any order: AL-XK, 'HR,YU-SFRY', 'Kosova-Shqipëria'; or one party. Repeat to add.")
    ] = None  # fmt: skip
    party: Annotated[list[str] | None, option("--party", metavar="PARTY", autocompletion=completion.complete_parties,
        help="Agreements this party is bound by, including through a predecessor. Repeat to require all.")
    ] = None  # fmt: skip
    among: Annotated[list[str] | None, option("--among", metavar="A,B,C", autocompletion=completion.complete_groups,
        help="Between any two of these parties, or of a group: wb6; repeat for more parties.")] = None  # fmt: skip
    type: Annotated[list[str] | None, option("--type", "-t", metavar="TYPE", autocompletion=completion.complete_types,
        help="Type by code, label, alias or group: mla, izručenje, justice; repeat to include more than one.")
    ] = None  # fmt: skip
    form: Annotated[list[str] | None, option("--form", "-f", metavar="FORM",
        autocompletion=completion.complete_words_of(Form),
        help=f"One of {', '.join(Form)}; repeat to include more than one.")] = None  # fmt: skip
    level: Annotated[list[str] | None, option("--level", metavar="LEVEL",
        autocompletion=completion.complete_words_of(Level),
        help=f"Who signed: {', '.join(Level)}.")] = None  # fmt: skip
    status: Annotated[list[str] | None, option("--status", "-s", metavar="STATUS",
        autocompletion=completion.complete_words_of(Status),
        help=f"Status: {', '.join(Status)}. 'ended' covers terminated, expired and superseded.")] = None  # fmt: skip
    since: Annotated[str | None, option("--since", metavar="DATE",
        help="Signed on or after this date.")] = None  # fmt: skip
    until: Annotated[str | None, option("--until", metavar="DATE", help="Signed on or before this date.")] = None
    undated: Annotated[bool | None, option("--undated/--dated",
        help="Include agreements without a date; without a range, only those. --dated hides them.")] = None  # fmt: skip
    as_of: Annotated[str | None, option("--as-of", metavar="DATE",
        help="Show status on this date (a month or year: its last day).")] = None  # fmt: skip
    confidence: Annotated[list[str] | None, option("--confidence", metavar="LEVEL",
        autocompletion=completion.complete_words_of(Confidence),
        help="high, medium or low.")] = None  # fmt: skip
    assessed: Annotated[bool | None, option("--assessed/--not-assessed",
        help="Only agreements whose implementation was (never) assessed.")] = None  # fmt: skip
    score: Annotated[list[str] | None, option("--score", metavar="SCORE",
        autocompletion=completion.complete_words_of(Score),
        help="Latest assessment: none, partial, full, unknown.")] = None  # fmt: skip
    signed_by: Annotated[list[str] | None, option("--signed-by", metavar="PARTY",
        autocompletion=completion.complete_parties,
        help="A signature by it is recorded; repeat for several.")] = None  # fmt: skip
    ratified_by: Annotated[list[str] | None, option("--ratified-by", metavar="PARTY",
        autocompletion=completion.complete_parties,
        help="An act by which it is bound is recorded: ratification, accession, notification ...")] = None  # fmt: skip
    not_ratified_by: Annotated[list[str] | None, option("--not-ratified-by", metavar="PARTY",
        autocompletion=completion.complete_parties,
        help="It is a party, and no ratification by it is recorded.")] = None  # fmt: skip
    in_force_for: Annotated[list[str] | None, option("--in-force-for", metavar="PARTY",
        autocompletion=completion.complete_parties,
        help="In force for it: by an act of its own, or as a whole.")] = None  # fmt: skip
    signatory: Annotated[list[str] | None, option("--signatory", metavar="NAME",
        help="Signed by this person or institution: any words of the name; repeat to include more than one.")
    ] = None  # fmt: skip
    source: Annotated[list[str] | None, option("--source", metavar="WORDS",
        help="With these words in a source or an official reference. 'gazette' finds gazettes in their own languages;"
        " repeat to include more than one.")] = None  # fmt: skip
    no_source: Annotated[bool, option("--no-source", help="Without a source and an official reference.")] = False
    text: Annotated[
        str | None, option("--text", metavar="WORDS", help="Agreements that `wbagree search WORDS` finds.")
    ] = None
    no_inherited: Annotated[bool, option("--no-inherited",
        help="Only what the parties signed themselves, not their predecessors.")] = False  # fmt: skip

    with_restricted: Annotated[bool, option("--with-restricted",
        help="Include restricted agreements in files. (The terminal always shows them.)")] = False  # fmt: skip

    def to_filter(
        self,
        connection: sqlite3.Connection,
        output: Path | None = None,
        *,
        always_leaves_terminal: bool = False,
        by_pairs: bool = False,
        default_group: bool = False,
        search: bool = False,
        counts_hidden: bool = True,
    ) -> Filter:
        """Return the Filter, with all names resolved.

        NotFound, InvalidDate and the like name what cannot be understood, and similar words. Restricted agreements are
        left out, and a message counts them, if the answer leaves the terminal without ``--with-restricted``. It does if
        it goes to the file ``output`` or to a pipe, and in any case if ``always_leaves_terminal``. ``by_pairs``: the
        answer is about pairs, even if the filter names no parties. ``default_group``: it is among the six of the
        Western Balkans if no parties are named. ``search``: the bare words are a text. A message counts the undated
        agreements that a range hides, if it ``counts_hidden``.
        """
        filter_ = self.read(connection, default_group=default_group, search=search)
        if self.no_inherited and not (by_pairs or filter_.names_parties()):
            raise UsageProblem(
                "--no-inherited has no effect: the question names no parties",
                "add --pair, --party or --among, or leave it out",
            )
        if counts_hidden and filter_.has_range():
            _print_hidden_undated(connection, filter_)
        if self.with_restricted or not (always_leaves_terminal or leaves_terminal(output)):
            return filter_
        return filter_without_restricted(connection, filter_, print_message)

    def read(self, connection: sqlite3.Connection, *, default_group: bool = False, search: bool = False) -> Filter:
        """Return the Filter of what was typed, with all names resolved.

        It has restricted agreements as well, and nothing is counted.
        """
        self._refuse_empty()
        words = self._question_words(connection, search=search)
        typed_pairs, typed_parties, typed_among = self._parties(connection)
        pairs = _united(typed_pairs, words.pairs)
        parties, among = _united(typed_parties, words.parties), _united(typed_among, words.among)
        if default_group and not (pairs or parties or among):
            among = _several(typed_words.party_book(connection), _WB6)
        filter_ = Filter(
            keys=words.keys,
            named=words.named,
            pair=pairs[0] if len(pairs) == 1 else None,
            pairs=pairs if len(pairs) > 1 else (),
            parties=parties,
            among=among,
            types=_united(_types(connection, self.type) if self.type else (), words.types),
            forms=_united(typed_words.codes_of_words(Form, self.form), words.forms),
            levels=_united(typed_words.codes_of_words(Level, self.level), words.levels),
            statuses=_united(typed_words.codes_of_words(Status, self.status), words.statuses),
            confidences=_united(typed_words.codes_of_words(Confidence, self.confidence), words.confidences),
            since=read_optional_start(self.since) or words.since,
            until=read_optional_date(self.until) or words.until,
            undated=words.undated if self.undated is None else self.undated,
            as_of=read_as_of_day(self.as_of) or words.as_of,
            assessed=words.assessed if self.assessed is None else self.assessed,
            scores=typed_words.codes_of_words(Score, self.score),
            text=" ".join(filter(None, (words.text, self.text))),
            signed_by=_codes(connection, self.signed_by),
            ratified_by=_codes(connection, self.ratified_by),
            not_ratified_by=_codes(connection, self.not_ratified_by),
            in_force_for=_codes(connection, self.in_force_for),
            signatories=_united(tuple(self.signatory or ()), words.signatories),
            sources=_united(tuple(self.source or ()), ()),
            sourced=False if self.no_source else words.sourced,
            inherited=not self.no_inherited,
        )
        if filter_.since and filter_.until and filter_.until.latest < filter_.since.earliest:
            raise InvalidValue(f"The range ends ({filter_.until}) before it begins ({filter_.since}).")
        if filter_.as_of and filter_.names_parties():
            from wbagree.services.earlier_parties import with_earlier_parties

            filter_, notes = with_earlier_parties(connection, filter_)
            for note in notes:
                print_message(note)
        return filter_

    def _question_words(self, connection: sqlite3.Connection, *, search: bool) -> Filter:
        """Return the filter that the bare words mean.

        It is printed in one line.
        """
        if not self.words:
            return Filter()
        from wbagree.services.question_words import read_question, read_search

        read = (read_search if search else read_question)(connection, self.words)
        if read.slips and is_trial():  # a question is saved: a slip would come back each time
            raise UsageProblem(read.slips[0], "Correct it. To search for it as it is: --text WORD")
        for line in filter(None, (read.meaning, *read.notes)):
            print_message(line)
        return read.filter

    def _parties(
        self, connection: sqlite3.Connection
    ) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...], tuple[str, ...]]:
        """Return the pairs, the parties and the group.

        Codes alone are resolved without the book of names, which takes longer.
        """
        from wbagree.store.read.codes import parse_pair

        pairs = [parse_pair(connection, text) for text in self.pair or ()]
        if not (self.party or self.among) and all(pairs):
            return tuple(dict.fromkeys(filter(None, pairs))), (), ()
        from wbagree.domain.parties.party_book import is_pair

        book = typed_words.party_book(connection)
        single = [text for text in self.pair or () if not is_pair(text)]  # ``-p AL`` is a party
        return (
            tuple(dict.fromkeys(book.resolve_pair(text) for text in self.pair or () if text not in single)),
            tuple(dict.fromkeys(book.resolve(text) for text in (*(self.party or ()), *single))),
            _several(book, ",".join(self.among)) if self.among else (),
        )

    def _refuse_empty(self) -> None:
        named = ("since", "until", "as_of")
        refuse_empty_options(**{name: getattr(self, name) for name in named})
        for name in ("pair", "among"):
            for text in getattr(self, name) or ():
                refuse_empty_options(**{name: text})
        typed = (
            *(("signatory", text) for text in self.signatory or ()),
            *(("source", text) for text in self.source or ()),
            *([("text", self.text)] if self.text is not None else []),
        )
        if not typed:
            return
        from wbagree.domain.text.search_query import read_query

        for name, text in typed:
            refuse_empty_options(**{name: text})
            if not read_query(text):
                raise InvalidValue(f"--{name} {text!r}: nothing to look for; type at least one letter or digit")


def _print_hidden_undated(connection: sqlite3.Connection, filter_: Filter) -> None:
    from wbagree.cli.output.agreement_table import hidden_sentence  # here: few questions have a range
    from wbagree.store.read.agreements import count_hidden_undated

    if hidden := count_hidden_undated(connection, filter_):
        print_message(hidden_sentence(hidden, pluralise(hidden, "agreement", thousands=True)))


def _united(typed: tuple[_Code, ...], words: tuple[_Code, ...]) -> tuple[_Code, ...]:
    return tuple(dict.fromkeys((*typed, *words)))


def _types(connection: sqlite3.Connection, texts: list[str]) -> tuple[str, ...]:
    types = typed_words.type_book(connection)
    return tuple(dict.fromkeys(code for text in texts for code in types.resolve_many(text)))


def _codes(connection: sqlite3.Connection, texts: list[str] | None) -> tuple[str, ...]:
    if not texts:
        return ()
    book = typed_words.party_book(connection)
    return tuple(dict.fromkeys(map(book.resolve, texts)))


def _several(book: "PartyBook", text: str) -> tuple[str, ...]:
    codes = book.resolve_many(text)
    if len(codes) < 2:
        raise InvalidValue(f"--among {text!r}: name at least two parties, as in AL,XK,MK, or a group such as wb6")
    return codes


def with_filter_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give ``command`` the filter options, as its argument ``options``.

    A file or a format among the bare words is its argument ``output`` or ``format_``.
    """
    formats = formats_of(command)

    @wraps(command)
    def with_words(*, options: FilterOptions, **values: Any) -> None:
        words = options.words or []
        if "output" in values:
            words, values["output"] = split_off_file(words, values["output"])
            kind = format_of_ending(values["output"])
            if formats and kind not in set(formats) and is_written_elsewhere(kind):
                refuse_format(kind, values["output"], words)
        if formats and not values["format_"]:
            words, values["format_"] = split_off_format(words, formats)
        command(options=replace(options, words=words), **values)

    return with_options(with_words, FilterOptions)
