"""The end of a run: by itself, a signal or a failure.

A signal becomes an exception, so that every ``with`` and ``finally`` on the way out tidies up. Work that must not be
interrupted is done while signals are held back, and is noted before they are handled, so that the last message is true.
"""

import errno
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from io import FileIO
from types import FrameType
from typing import TYPE_CHECKING, Any, NoReturn, TextIO

from wbagree.errors import EXIT_AFTER_STORING, EXIT_BY_SIGNAL

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

# Sent by Ctrl-C, by ``timeout`` or a shutdown, and by a closed window; Windows lacks the last.
_SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
# Endings of the files of SQLite next to a register: logs, which may change it when it is opened, and shared memory.
LOG_ENDINGS, MEMORY_ENDING = ("-journal", "-wal"), "-shm"
COMPANION_ENDINGS = (*LOG_ENDINGS, MEMORY_ENDING)
# The first signal stops the run; a second often comes with it, from the shell; a third ends it at once.
_IMPATIENT = 3


class Stopped(KeyboardInterrupt):
    """A signal ends the run."""


class _Run:
    """The state of this process's run."""

    def __init__(self) -> None:
        self.signal = 0  # the one that ends the run, 0 for none
        self.heard = 0
        self.held = 0
        self.over = False
        self.code: int | None = None  # the exit code, once it is known
        self.failed = False
        self.answered = False
        self.stored: list[tuple[str, str]] = []
        self.made = ""
        self.temporary: set[str] = set()


_run = _Run()


def install_signal_handlers() -> None:
    """Install the handlers that let signals end the run in good order.

    Signals that the caller ignores stay ignored.
    """
    for number in _SIGNALS:
        if signal.getsignal(number) not in (signal.SIG_IGN, None):
            signal.signal(number, _on_signal)
    sys.unraisablehook = _unraisable


def end_run() -> None:
    """Mark the run as over, and remove its temporary files.

    Signals no longer stop it.
    """
    _run.over = True
    _remove_temporary()


def ignore_signals() -> None:
    """Ignore signals, once all messages are printed.

    Otherwise one could end the process while the interpreter shuts down.
    """
    for number in _SIGNALS:
        signal.signal(number, signal.SIG_IGN)


def _on_signal(number: int, _: FrameType | None) -> None:
    _run.heard += 1
    _run.signal = _run.signal or number
    if _run.code is not None and _run.heard >= _IMPATIENT:  # the reader of the last messages does not read
        os._exit(_run.code)
    if _run.held or _run.over:
        return
    if _run.heard == 1:
        raise Stopped
    if _run.heard >= _IMPATIENT:
        _exit_at_once()


@contextmanager
def hold_signals() -> Iterator[None]:
    """Hold signals back until the block has ended.

    So the block is not interrupted.
    """
    before = _run.heard
    _run.held += 1
    try:
        yield
    finally:
        _run.held -= 1
    if _run.heard and not before and not _run.held and not _run.over:
        raise Stopped


@contextmanager
def leave_interrupts_to_child() -> Iterator[None]:
    """Leave Ctrl-C to the program that the block runs."""
    before = signal.signal(signal.SIGINT, lambda *_: None)  # not SIG_IGN, which the program would inherit
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def temporary_path(make: Callable[[], str]) -> Iterator[str]:
    """Make a file or folder for the block, and remove it afterwards.

    ``make`` makes it and returns its path. If it was renamed by then, it stays.
    """
    path = ""
    try:
        with hold_signals():
            path = make()
            _run.temporary.add(path)
        yield path
    finally:
        with hold_signals():
            if path:
                remove_with_companions(path)
            _run.temporary.discard(path)


def remove_with_companions(path: str) -> None:
    """Remove a file with SQLite's companions, or a whole folder."""
    for end in ("", *COMPANION_ENDINGS):
        with suppress(FileNotFoundError):
            _remove(path + end)


def _remove(path: str) -> None:
    try:
        os.unlink(path)  # noqa: PTH108  (as text: half of our runs need no paths at all)
    except OSError:
        if os.path.islink(path) or not os.path.isdir(path):  # noqa: PTH112, PTH114  (likewise)
            raise
        import shutil  # here: folders are for workbooks alone

        shutil.rmtree(path, ignore_errors=True)


def note_stored(what: str, hint: str = "") -> None:
    """Remember, in words, a change that was stored, and a hint.

    A run that fails afterwards ends with EXIT_AFTER_STORING and these words. To be called while signals are held back.
    """
    _run.stored.append((what, hint))


def note_created(what: str) -> None:
    """Remember, in words, that something empty was made. That alone changes nothing."""
    _run.made = what


def has_received_signal() -> bool:
    """Return whether a signal came that is to end the run.

    It may still be held back.
    """
    return bool(_run.signal)


def note_failure_printed() -> None:
    """Note that a failure was printed; errors of teardown are silent then."""
    _run.failed = True


def note_success() -> None:
    """Mark the run as successful, even if its exit code is another.

    The code is then a result, not a failure.
    """
    _run.answered = True


def exit_code_and_last_lines(code: int) -> tuple[int, list[str]]:
    """Return the exit code of a run, and its last lines.

    They name what was stored, if the run did not end well.
    """
    lines = [line for stored in _run.stored for line in stored if line]
    first_lines = []
    if code >= EXIT_BY_SIGNAL:
        unchanged = "; ".join(filter(None, ("nothing was changed", _run.made)))
        first, *lines = lines or [unchanged]
        code = EXIT_BY_SIGNAL + (_run.signal or code - EXIT_BY_SIGNAL or signal.SIGINT)
        first_lines = ["", f"wbagree: stopped; {first}"]
    elif not code or _run.answered:
        _run.code = code
        return code, []
    _run.code = EXIT_AFTER_STORING if _run.stored else code
    return _run.code, first_lines + [f"  {line}" for line in lines]


# The file name in failures of stdout.
_STDOUT = "<stdout>"


class Stdout(FileIO):
    """The file of stdout, which names itself in its failures.

    So no other failure is taken for one of stdout.
    """

    def write(self, data: "ReadableBuffer", /) -> int:
        """Write as much of ``data`` as one call takes.

        OSError with stdout's name when nothing can be written.
        """
        try:
            written = super().write(data)
        except OSError as error:
            error.filename = _STDOUT
            raise
        if written is None:  # a stream that does not block
            raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN), _STDOUT)
        return written


def is_closed_stdout(error: OSError) -> bool:
    """Return whether stdout's reader closed its pipe (``| head``)."""
    return isinstance(error, BrokenPipeError) and error.filename is _STDOUT


def failure_in_words(error: OSError) -> str:
    """Return a system failure in words, with its file if known."""
    what = error.filename or "a file, a pipe or a device could not be read or written"
    if what is _STDOUT:
        what = "stdout cannot be written"
    return f"{what}: {error.strerror or error}"


def redirect_to_null(stream: TextIO) -> None:
    """Redirect a stream that cannot be written to the null device.

    Otherwise the text in its buffer would fail again at exit.
    """
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def _unraisable(failure: Any) -> None:
    """Handle an exception that cannot be raised, as in ``__del__``."""
    if isinstance(failure.exc_value, Stopped):
        _exit_at_once()
    if not (_run.failed or _run.signal):
        sys.__unraisablehook__(failure)


def _exit_at_once() -> NoReturn:
    """End the process at once, with its last message and exit code."""
    _remove_temporary()
    code, lines = exit_code_and_last_lines(EXIT_BY_SIGNAL)
    text = "".join(f"{line}\n" for line in lines)
    with suppress(OSError):
        os.write(2, "".join(one if one.isprintable() or one == "\n" else "?" for one in text).encode(errors="replace"))
    os._exit(code)


def _remove_temporary() -> None:
    for path in _run.temporary:
        with suppress(OSError):
            remove_with_companions(path)
