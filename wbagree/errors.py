"""Errors that a user can see, with their exit codes.

Each has a sentence for the user. Exit codes: 0 done, 1 our bug, 2 usage, 3 not found, 4 invalid, 5 duplicate, 6 import
refused, 7 database, 8 stored, and then stopped or failed; 128 and a signal's number: stopped by it (130 by Ctrl-C),
with nothing changed.
"""

from collections.abc import Sequence

# A change was stored, and stays so; then the run was stopped, or failed.
EXIT_AFTER_STORING = 8
# Plus the signal's number, as shells have it: 130 for Ctrl-C.
EXIT_BY_SIGNAL = 128


class WbagreeError(Exception):
    """A failure with a sentence, and a ``hint`` on what to do.

    ``log_sentence`` is the sentence for a log, where it may not quote a restricted agreement.
    """

    exit_code = 1

    def __init__(self, sentence: str, hint: str = "", log_sentence: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.hint = hint
        self.log_sentence = log_sentence or sentence


class UsageProblem(WbagreeError):
    """The command line contradicts itself or lacks something."""

    exit_code = 2


class NotFound(WbagreeError):
    """A key, party, type or file that does not exist.

    The sentence names the nearest ones that do.
    """

    exit_code = 3

    def __init__(self, what: str, text: str, nearest: Sequence[str] = (), hint: str = "") -> None:
        near = f"; did you mean {' or '.join(nearest)}?" if nearest else ""
        super().__init__(f"unknown {what}: {text!r}{near}", hint)
        self.nearest = tuple(nearest)


class NoRegister(WbagreeError):
    """There is no register where one is looked for."""

    exit_code = 3


class NothingToUndo(WbagreeError):
    """There is no change, or no undo, that could be taken back."""

    exit_code = 3


class AmbiguousName(WbagreeError):
    """A name that fits several parties, types or acts."""

    exit_code = 3

    def __init__(self, what: str, text: str, candidates: Sequence[str], advice: str = "write the code") -> None:
        super().__init__(f"{what} {text!r} could be {' or '.join(candidates)}: {advice}")
        self.candidates = tuple(candidates)


class InvalidValue(WbagreeError):
    """A value that cannot be what its field asks for."""

    exit_code = 4


class InvalidDate(InvalidValue):
    """A date that does not exist or cannot be read.

    ``readings`` are those of a date that can be read in two ways. ``plain`` is a whole sentence for a person who typed
    the date, if there is a better one than that it cannot be read.
    """

    def __init__(self, text: str, reason: str, readings: Sequence[str] = (), plain: str = "") -> None:
        super().__init__(f"date {text!r}: {reason}")
        self.plain = plain
        self.text = text
        self.reason = reason
        self.readings = tuple(readings)


class InvalidRecord(InvalidValue):
    """A record that breaks rules; the sentence names all of them.

    ``unknown``: the only problems are unknown names.
    """

    def __init__(self, sentences: Sequence[str], *, unknown: bool = False, log_sentences: Sequence[str] = ()) -> None:
        several = f"There are {len(sentences)} problems:\n  " if len(sentences) > 1 else ""
        whole = [several + "\n  ".join(texts) if texts else "" for texts in (sentences, log_sentences)]
        super().__init__(whole[0], log_sentence=whole[1])
        self.sentences = tuple(sentences)
        if unknown:
            self.exit_code = NotFound.exit_code


class Duplicate(WbagreeError):
    """A record that the register probably holds already."""

    exit_code = 5


class ImportRefused(WbagreeError):
    """A file with problems in its rows; nothing of it was stored."""

    exit_code = 6


class DatabaseProblem(WbagreeError):
    """A register that cannot be used; it was left untouched."""

    exit_code = 7


class SpoiltCell(DatabaseProblem):
    """A cell that this program never writes; the register was left untouched."""

    def __init__(self, sentence: str, log_sentence: str = "") -> None:
        holds = "the register holds what cannot be read: {}".format
        super().__init__(
            holds(sentence),
            "wbagree db check names every such cell; correct it with the tool that wrote it, or wbagree db restore FILE"
            " puts a copy back",
            holds(log_sentence or sentence),
        )
