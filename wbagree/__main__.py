"""The program as a process: its arguments, streams, memory and exit; what it does is in ``wbagree.cli``."""

import gc
import os
import sys

from wbagree import __version__
from wbagree.errors import STOPPED, InvalidValue


def main() -> None:
    """Run the program; a reader that closes the pipe early (``| head``) is not an error."""
    # Nearly all that a command makes it needs until it ends: looking for garbage takes a tenth of a large import, and
    # finds none.
    gc.set_threshold(200_000, 20, 100)
    _open_what_is_closed()
    _shield_terminals()
    if problem := _unreadable_argument(sys.argv[1:]):
        print(f"wbagree: {problem}", file=sys.stderr)
        sys.exit(2)
    try:
        try:
            _answer()
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        _leave_quietly(0)
    except KeyboardInterrupt:
        print("\nwbagree: stopped", file=sys.stderr)
        _leave_quietly(STOPPED)
    except OSError as error:
        where = f"{error.filename}:" if error.filename else "stdout cannot be written:"
        print(f"wbagree: {where} {error.strerror}", file=sys.stderr)
        _leave_quietly(InvalidValue.exit_code)
    finally:
        # The system takes back at once what is left; the interpreter would search it for garbage first, which takes
        # half as long as the smallest change.
        gc.freeze()


def _answer() -> None:
    if sys.argv[1:] == ["--version"]:  # scripts ask for it often, and it needs no command
        print(f"wbagree {__version__}")
        return
    from wbagree.cli import app

    app(prog_name="wbagree")  # the same name for python -m wbagree, in help and for completion


def _open_what_is_closed() -> None:
    """A stream that whoever started us has closed (``>&-``) is one that leads nowhere."""
    sys.stdin = sys.stdin or open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115  (open as long as we run)
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115  (likewise)
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115  (likewise)


def _shield_terminals() -> None:
    """Whoever prints, and whatever: a terminal shows it, and obeys only our own styles."""
    if sys.stdout.isatty() or sys.stderr.isatty():
        from wbagree.formats.terminal import shielded

        sys.stdout, sys.stderr = shielded(sys.stdout), shielded(sys.stderr)


def _unreadable_argument(arguments: list[str]) -> str:
    """What is wrong with the first argument that is not text: bytes that are no UTF-8 arrive as half characters."""
    for place, argument in enumerate(arguments, 1):
        try:
            argument.encode()
        except UnicodeEncodeError:
            return f"argument {place} is not valid UTF-8: {argument.encode(errors='replace').decode()!r}"
    return ""


def _leave_quietly(code: int) -> None:
    # Whatever is still buffered would fail again when the interpreter closes stdout.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(code)


if __name__ == "__main__":
    main()
