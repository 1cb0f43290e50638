"""Output: data to stdout or a file, messages to stderr.

A file is written completely or not at all.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from pathlib import Path
from typing import Any, BinaryIO, Literal, TextIO, cast

from wbagree import atomic_files, ending
from wbagree.errors import InvalidValue, UsageProblem
from wbagree.formats.common.sanitiser import make_visible, sanitise, shield, text_width


def print_message(text: str) -> None:
    """Print a message to stderr, wrapped to a terminal's width.

    If it cannot be printed, the command continues without it; the exit code still shows the outcome.
    """
    if sys.stderr.isatty():
        text = "\n".join(_wrapped(make_visible(line), text_width()) for line in text.split("\n"))
    try:
        print(sanitise(text), file=sys.stderr)
    except OSError:
        ending.redirect_to_null(sys.stderr)


def print_optional_message(text: str) -> None:
    """Print a message unless it is empty."""
    if text:
        print_message(text)


def _wrapped(line: str, width: int) -> str:
    import textwrap

    indent = " " * (len(line) - len(line.lstrip()))
    return textwrap.fill(line, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


def is_stdout_terminal() -> bool:
    """Return whether a person sees stdout."""
    return sys.stdout.isatty()


def is_stderr_terminal() -> bool:
    """Return whether a person sees the messages on stderr."""
    return sys.stderr.isatty()


def is_interactive() -> bool:
    """Return whether a user can answer a question.

    Both stderr, for the question, and stdin, for the answer, must be a terminal.
    """
    return sys.stdin.isatty() and sys.stderr.isatty()


def has_colour() -> bool:
    """Return whether stdout wants colour: a terminal, and NO_COLOR not set."""
    return is_stdout_terminal() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


class _AnswerReached(Exception):
    """A question that is only tried could be answered."""


_is_trial = ContextVar("is_trial", default=False)


@contextmanager
def stop_at_answer() -> Iterator[None]:
    """Run the block until it opens its output, and no further.

    So a question is tried as a whole, and nothing is written.
    """
    token = _is_trial.set(True)
    try:
        yield
    except _AnswerReached:
        pass
    finally:
        _is_trial.reset(token)


def is_trial() -> bool:
    """Return whether a question is only tried."""
    return _is_trial.get()


def _end_trial() -> None:
    if is_trial():
        raise _AnswerReached


@contextmanager
def open_output(output: Path | None, *, private: bool = False) -> Iterator[TextIO]:
    """Open stdout, or a file that appears complete at the end.

    Only its owner can read a ``private`` file, if the drive supports that; a message names who can. To a terminal, all
    text is written as visible characters, except a ``Style``; what is longer than its screen is shown in the pager.
    """
    _end_trial()
    if output is None or str(output) == "-":
        if hasattr(sys.stdout, "reconfigure"):
            # Data has LF line ends and UTF-8 on every platform.
            sys.stdout.reconfigure(encoding="utf-8", newline="\n", errors="replace")
        if not is_stdout_terminal():
            yield sys.stdout
            return
        from wbagree.cli.output.pager import open_paged_stdout

        with open_paged_stdout() as answer:
            yield answer
        return
    with _open_file(output, "w", private=private) as file:
        yield file


@contextmanager
def open_binary_output(output: Path | None, *, private: bool = False) -> Iterator[BinaryIO]:
    """Open stdout or a file for binary data, as ``open_output`` does.

    UsageProblem on a terminal, which cannot show it.
    """
    _end_trial()
    if output is None or str(output) == "-":
        if is_stdout_terminal():
            raise UsageProblem("this is no text to show on a terminal; name a file")
        with _seekable_copy(sys.stdout.buffer) as packed:
            yield packed
        return
    with _open_file(output, "wb", private=private) as file:
        if output.is_file() or not output.exists():
            yield file
        else:
            with _seekable_copy(file) as packed:
                yield packed


@contextmanager
def _seekable_copy(file: BinaryIO) -> Iterator[BinaryIO]:
    """Give a temporary file, copied to ``file`` at the end.

    A zip writer moves back and forth, which a pipe or a device cannot.
    """
    import shutil
    import tempfile

    with tempfile.TemporaryFile() as packed:
        yield packed
        packed.seek(0)
        shutil.copyfileobj(packed, file)


@contextmanager
def _open_file(output: Path, mode: Literal["w", "wb"], *, private: bool) -> Iterator[Any]:
    """Open a file that appears complete at the end.

    A pipe or a device is written to directly, and a folder refused.
    """
    encoding, newline = ("utf-8", "\n") if mode == "w" else (None, None)
    if output.is_dir():
        raise InvalidValue(f"{output} is a folder; name a file")
    try:
        if output.exists() and not output.is_file():
            with output.open(mode, encoding=encoding, newline=newline) as file:
                if file.isatty() and mode == "wb":
                    raise UsageProblem(f"{output} is a terminal, which cannot show this; name a file")
                yield file if mode == "wb" else shield(cast("TextIO", file))
            return
        output = output.resolve()  # the target of a link is written, not the link
        with atomic_files.temporary_file_next_to(output) as new:
            with new.open(mode, encoding=encoding, newline=newline) as file:
                yield file
            if not private:  # it was made for its owner alone
                _take_rights(new, output)
            with ending.hold_signals():
                new.replace(output)
                ending.note_stored(f"{output} was written")
    except OSError as error:
        raise InvalidValue(f"{output} cannot be written: {error.strerror}") from error
    if private:
        print_who_can_read(output)


def write_under_free_name(output: Path, write: Callable[[TextIO], None], *, private: bool) -> Path:
    """Write a new file under the first free name, and return it.

    The name is ``output``, or ``output`` with a number. Only its owner can read a ``private`` file; the caller prints
    that with ``print_who_can_read`` once signals are handled again.
    """
    try:
        with atomic_files.temporary_file_next_to(output) as new:
            with new.open("w", encoding="utf-8", newline="\n") as file:
                write(file)
            if not private:
                _take_rights(new, output)
            with ending.hold_signals():
                free = atomic_files.publish_under_free_name(new, atomic_files.numbered_names(output))
                ending.note_stored(f"{free} was written")
    except OSError as error:
        raise InvalidValue(f"{output} cannot be written: {error.strerror}") from error
    return free


def print_who_can_read(output: Path) -> None:
    """Print who can read a private file."""
    print_message(f"{_readers(output)}: it may hold restricted agreements or personal data.")


def _readers(file: Path) -> str:
    """Return a sentence on who can read a private file.

    Some drives keep no such rights.
    """
    if os.name == "posix":
        with suppress(OSError):
            if not file.stat().st_mode & 0o077:
                return f"Only you can read {file}"
    return f"Others may be able to read {file}, because its drive keeps no rights"


def _take_rights(new: Path, output: Path) -> None:
    """Give a new file the rights of ``output``, or the usual ones."""
    with suppress(OSError):  # where a drive takes no rights, it keeps those that the drive gives
        new.chmod(output.stat().st_mode & 0o777 if output.exists() else 0o666 & ~_umask())


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
