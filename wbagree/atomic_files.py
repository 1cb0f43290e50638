"""Files that appear whole or not at all.

They are written next to their place, under a temporary name until they are finished.
"""

import errno
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

from wbagree import ending

_PREFIX, _SUFFIX = ".wbagree-", ".new"
# Seconds after which a file is removed if its process cannot be looked up.
_ABANDONED = 24 * 3600
# Errors of systems and drives that cannot rename without replacing.
_CANNOT = (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP)


# Holds a unique name of the machine; a machine without this file is known by its host name.
MACHINE_ID = Path("/etc/machine-id")


@contextmanager
def temporary_file_next_to(path: Path) -> Iterator[Path]:
    """Make an empty private file next to ``path`` for the block.

    It is removed at the end unless it was published. OSError when the folder cannot be written.
    """
    remove_abandoned_files(path.parent)
    with ending.temporary_path(lambda: _make(path.parent)) as name:
        yield Path(name)


@contextmanager
def temporary_file(*, folder: bool = False) -> Iterator[Path]:
    """Make an empty private file, or ``folder``, among the temporary files.

    It is removed at the end. OSError when it cannot be made.
    """
    place = _temporary_folder()
    remove_abandoned_files(place)
    with ending.temporary_path(lambda: _make(place, folder=folder)) as name:
        yield Path(name)


def _temporary_folder() -> Path:
    import tempfile  # here: most commands write no file

    return Path(tempfile.gettempdir())


def _make(place: Path, *, folder: bool = False) -> str:
    import tempfile  # likewise

    prefix = f"{_PREFIX}{machine_name()}-{os.getpid()}-"
    if folder:
        return tempfile.mkdtemp(prefix=prefix, suffix=_SUFFIX, dir=place)
    handle, name = tempfile.mkstemp(prefix=prefix, suffix=_SUFFIX, dir=place)
    os.close(handle)
    return name


def publish(new: Path, path: Path) -> None:
    """Give a finished file its name.

    FileExistsError when something has that name already.
    """
    try:
        os.link(new, path)
    except FileExistsError:
        raise
    except OSError:  # no hard links here, as on memory sticks
        _rename(new, path)


def publish_under_free_name(new: Path, names: Iterable[Path]) -> Path:
    """Give a finished file the first free one of ``names``.

    Return the name; two processes never get the same.
    """
    for path in names:
        with suppress(FileExistsError):
            publish(new, path)
            return path
    raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))


def numbered_names(path: Path) -> Iterator[Path]:
    """Yield a name, then ``a-2.csv``, ``a-3.csv`` and so on."""
    yield path
    for number in count(2):
        yield path.with_name(f"{path.stem}-{number}{path.suffix}")


def _rename(new: Path, path: Path) -> None:
    """Rename a file without replacing another, as each system can."""
    if os.name == "nt":
        new.rename(path)  # never replaces anything there
        return
    import ctypes

    system = ctypes.CDLL(None, use_errno=True)
    names = os.fsencode(new), os.fsencode(path)
    try:
        if sys.platform == "darwin":
            failed = system.renamex_np(*names, 4)  # RENAME_EXCL
        else:
            failed = system.renameat2(-100, names[0], -100, names[1], 1)  # AT_FDCWD twice, RENAME_NOREPLACE
    except AttributeError:
        failed = -1
        ctypes.set_errno(errno.ENOSYS)
    if not failed:
        return
    if (number := ctypes.get_errno()) not in _CANNOT:
        raise OSError(number, os.strerror(number), str(path))
    # An empty file takes the name, which only one process can do, and is then replaced.
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        new.replace(path)
    except OSError:
        path.unlink()
        raise


def remove_all_abandoned_files(path: Path) -> None:
    """Remove files of killed processes next to ``path`` and among temporary files."""
    remove_abandoned_files(path.parent)
    with suppress(OSError):
        remove_abandoned_files(_temporary_folder())


def remove_abandoned_files(folder: Path) -> None:
    """Remove the files that killed processes left in a folder."""
    with suppress(OSError):
        for old in os.listdir(folder):  # noqa: PTH208  (as text: most folders have nothing of ours)
            if old.startswith(_PREFIX) and _SUFFIX in old and _is_abandoned(folder / old):
                with suppress(OSError):  # another person's, or gone meanwhile
                    ending.remove_with_companions(str(folder / old))


def _is_abandoned(old: Path) -> bool:
    """Return whether no process can be writing a file any more.

    If its process ran on this machine, the process is looked up; otherwise the file's age decides.
    """
    where, _, rest = old.name.removeprefix(_PREFIX).partition("-")
    process = rest.partition("-")[0]
    if os.name == "posix" and where == machine_name() and process.isdecimal():
        try:
            os.kill(int(process), 0)
        except (ProcessLookupError, OverflowError):
            return True
        except OSError:  # another person's, at work
            pass
        return False
    try:
        return _clock_of(old.parent) - old.stat().st_mtime > _ABANDONED
    except OSError:
        return False


def _clock_of(folder: Path) -> float:
    """Return the present time by the clock of a folder's drive.

    In seconds. The drive dates files by this clock, which may differ from this computer's.
    """
    import tempfile  # likewise

    with tempfile.TemporaryFile(dir=folder) as probe:
        return os.fstat(probe.fileno()).st_mtime


def machine_name() -> str:
    """Return a short name of this machine, or of this container.

    Within either, process numbers are unique.
    """
    from binascii import crc32

    try:
        space = os.stat("/proc/self/ns/pid").st_ino  # noqa: PTH116  (likewise)
    except OSError:
        space = 0
    machine = os.uname().nodename if os.name == "posix" else ""
    with suppress(OSError):
        machine += MACHINE_ID.read_text(errors="replace")
    return f"{crc32(f'{machine} {space}'.encode()):08x}"
