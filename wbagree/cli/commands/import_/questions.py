"""The saved questions that a list brings."""

import shlex
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import typer

from wbagree.cli import COMMANDS, register
from wbagree.cli.options.saved_questions import question_words
from wbagree.cli.output.import_report import shorten
from wbagree.cli.output.streams import print_message
from wbagree.domain.agreements.vocabularies import pluralise
from wbagree.domain.saved_questions import SavedQuestion, is_name, normal_name, question_in_words
from wbagree.errors import ImportRefused, UsageProblem
from wbagree.services.saved_question_lists import AddedQuestions, ListedQuestion, add_questions

if TYPE_CHECKING:
    from sqlmodel import Session


class ListedQuestions:
    """The saved questions of a list, and what is wrong with others."""

    def __init__(self, ctx: typer.Context, name: str, rows: Sequence[ListedQuestion]) -> None:
        self._name, self._rows = name, rows
        self.questions: list[SavedQuestion] = []
        self.problems: list[str] = []
        self._added = AddedQuestions()
        for row in rows:
            try:
                self.questions.append(_read(ctx, row))
            except UsageProblem as problem:
                self.problems.append(f"{row.place} {problem.sentence}")

    def add(self, session: "Session") -> None:
        """Add those whose names are free."""
        self._added = add_questions(session, self.questions)

    def print_result(self, *, stored: bool) -> None:
        """Print what became of them; nothing for an empty list."""
        if not self._rows:
            return
        for line in self.problems:
            print_message(shorten(line))
        for one in self._added.left:
            print_message(f"{one.name} is another question here, and stays: {shorten(question_in_words(one.words))}")
        names = ", ".join(one.name for one in self._added.new)
        new = f"{len(self._added.new)} {'new' if stored else 'would be new'}{f' ({shorten(names)})' if names else ''}"
        counts = f"{len(self._added.unchanged)} unchanged, {len(self._added.left)} skipped"
        read = pluralise(len(self._rows), "saved question")
        print_message(f"{self._name}: {read} read: {new}, {counts}, {len(self.problems)} refused")


def import_questions(ctx: typer.Context, listed: ListedQuestions, *, dry_run: bool, skip_invalid: bool) -> None:
    """Import a list of saved questions; ImportRefused when one is none."""
    refused = bool(listed.problems) and not skip_invalid
    if not refused:
        with register.open_for_change(ctx, dry_run=dry_run) as session:
            listed.add(session)
    listed.print_result(stored=not (dry_run or refused))
    if refused:
        raise ImportRefused("Nothing was stored.", "Correct the rows named above, or add --skip-invalid.")


def _read(ctx: typer.Context, row: ListedQuestion) -> SavedQuestion:
    """Return the question of a row; UsageProblem when it is none."""
    from typer._click.exceptions import UsageError

    name = normal_name(row.name)
    if not is_name(name) or name in COMMANDS:
        raise UsageProblem(f"{row.name!r} cannot be a name.")
    try:
        return SavedQuestion(name, question_words(ctx, name, shlex.split(row.question)), _day(row.saved))
    except UsageError as error:
        raise UsageProblem(f"{name}: {error.format_message()}") from error
    except (UsageProblem, ValueError) as error:
        raise UsageProblem(f"{name}: {error}") from error


def _day(text: str) -> str:
    """Return a day of saving; today for another text."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return date.today().isoformat()
