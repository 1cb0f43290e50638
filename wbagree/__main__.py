"""The program as a process: its arguments, streams, memory and exit.

``wbagree.cli`` has its commands.
"""

import codecs
import gc
import os
import sys
from io import BufferedWriter, FileIO, TextIOWrapper
from typing import BinaryIO, cast

from wbagree import __version__, ending
from wbagree.ending import redirect_to_null
from wbagree.errors import EXIT_BY_SIGNAL, InvalidValue


def main() -> None:
    """Run the program and exit.

    If the run did not end well, a message names the changes that it stored.
    """
    # Collecting garbage costs a tenth of a large import and frees nothing: its objects live until the end.
    gc.set_threshold(200_000, 20, 100)
    _name_stdout()
    _open_what_is_closed()
    _write_all_letters()
    _shield_terminals()
    ending.install_signal_handlers()
    try:
        code, lines = ending.exit_code_and_last_lines(_run_until_over())
        if lines:
            _say("\n".join(lines))
        ending.ignore_signals()
        if code:
            sys.exit(code)
    finally:
        # The interpreter would search all objects for garbage, half as long as the smallest change takes.
        gc.freeze()


def _run_until_over() -> int:
    """Run the program and return its exit code.

    Once the run is over, signals are only remembered.
    """
    try:
        try:
            code = _run()
        finally:
            ending.end_run()
    except KeyboardInterrupt:  # during the last messages, or since
        code = EXIT_BY_SIGNAL
    if code >= EXIT_BY_SIGNAL:
        redirect_to_null(sys.stdout)  # its reader may have stopped reading
        # SQLite closes a file, and removes its journal, once no interrupted statement is left.
        gc.collect()
    return code


def _run() -> int:
    """Run the program and return its exit code.

    A reader that closes the pipe early (``| head``) is not an error.
    """
    code = 0
    try:
        try:
            _answer()
        except SystemExit as left:
            code = left.code if isinstance(left.code, int) else 0
        if code < EXIT_BY_SIGNAL:
            sys.stdout.flush()
    except OSError as error:
        ending.note_failure_printed()
        redirect_to_null(sys.stdout)
        if not code and not ending.is_closed_stdout(error):
            _say(f"wbagree: {ending.failure_in_words(error)}")
            code = InvalidValue.exit_code
    except Exception:  # noqa: BLE001  (a bug of ours: the interpreter's traceback is printed)
        # Something may wrap the exception of a signal in another one: Python 3.11 does while it makes a class.
        code = EXIT_BY_SIGNAL if ending.has_received_signal() else 1
        if code == 1:
            sys.excepthook(*sys.exc_info())
    return code


def _say(text: str) -> None:
    from wbagree.cli.output.streams import print_message

    print_message(text)


def _answer() -> None:
    if sys.argv[1:] == ["--version"]:  # scripts ask for it often, and it needs no command
        print(f"wbagree {__version__}")
        return
    from wbagree.cli import app
    from wbagree.formats.common.sanitiser import forget_impossible_size

    forget_impossible_size()
    app(prog_name="wbagree")  # the same name for python -m wbagree, in help and for completion


def _open_what_is_closed() -> None:
    """Open each standard stream that was closed (``>&-``), on the null device."""
    sys.stdin = sys.stdin or open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115  (open as long as we run)
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115  (likewise)
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115  (likewise)


def _name_stdout() -> None:
    """Replace stdout by a stream that names itself in its failures."""
    old = sys.stdout
    if not isinstance(old, TextIOWrapper):
        return
    raw = getattr(old.buffer, "raw", old.buffer)
    if type(raw) is FileIO:  # not a console of Windows
        named = ending.Stdout(raw.fileno(), "w", closefd=False)
        sys.stdout = TextIOWrapper(
            cast("BinaryIO", named if raw is old.buffer else BufferedWriter(named)),
            encoding=old.encoding,
            errors=old.errors,
            line_buffering=bool(old.line_buffering),
            write_through=old.write_through,
        )


def _shield_terminals() -> None:
    """Keep control characters in printed text from terminals.

    Only our own styles reach them.
    """
    if sys.stdout.isatty() or sys.stderr.isatty():
        from wbagree.formats.common.sanitiser import shield

        sys.stdout, sys.stderr = shield(sys.stdout), shield(sys.stderr)


def _write_all_letters() -> None:
    """Let stdout and stderr write every letter.

    Names of files are written as they are; where the locale knows only ASCII (``LC_ALL=C``), text is UTF-8.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            ascii_only = codecs.lookup(stream.encoding).name == "ascii"
            stream.reconfigure(encoding="utf-8" if ascii_only else None, errors="surrogateescape")


if __name__ == "__main__":
    main()
