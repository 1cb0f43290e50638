"""Files that appear whole or not at all: written beside the place they are for, under another name until finished."""

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from wbagree import ending

_PREFIX, _SUFFIX = ".wbagree-", ".new"
# What is found of a process that cannot be asked for is swept away after so many seconds.
_ABANDONED = 24 * 3600
# What a system says that cannot rename without replacing: too old, or not on this drive.
_CANNOT = (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP)


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """Make an empty file, its owner's alone, in the folder of ``path``; it is gone at the end unless it was put away.

    OSError when that folder cannot be written.
    """
    sweep(path.parent)
    with ending.temporary(lambda: _make(path.parent)) as name:
        yield Path(name)


def _make(folder: Path) -> str:
    import tempfile  # here: most commands write no file

    handle, name = tempfile.mkstemp(prefix=f"{_PREFIX}{_here()}-{os.getpid()}-", suffix=_SUFFIX, dir=folder)
    os.close(handle)
    return name


def put(new: Path, path: Path) -> None:
    """Give a finished file its name; FileExistsError when something has that name already."""
    try:
        os.link(new, path)
    except FileExistsError:
        raise
    except OSError:  # no hard links here, as on memory sticks
        _rename(new, path)


def _rename(new: Path, path: Path) -> None:
    """Rename a file without replacing what has the name, as each system can."""
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
    # The name is taken with an empty file, which nobody else can do at the same time, and then replaced.
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        new.replace(path)
    except OSError:
        path.unlink()
        raise


def sweep(folder: Path) -> None:
    """Remove what runs that were killed left in a folder, once it is sure that they are gone."""
    with suppress(OSError):
        for old in os.listdir(folder):  # noqa: PTH208  (as text: most folders have nothing of ours)
            if old.startswith(_PREFIX) and _SUFFIX in old and _is_abandoned(folder / old):
                with suppress(OSError):  # another person's, or gone meanwhile
                    (folder / old).unlink()


def _is_abandoned(old: Path) -> bool:
    """Whether nobody can be at work on a file any more: by its process, where that ran here, else by its age."""
    where, _, rest = old.name.removeprefix(_PREFIX).partition("-")
    process = rest.partition("-")[0]
    if os.name == "posix" and where == _here() and process.isdecimal():
        try:
            os.kill(int(process), 0)
        except (ProcessLookupError, OverflowError):
            return True
        except OSError:  # another person's, at work
            return False
    try:
        return time.time() - old.stat().st_mtime > _ABANDONED
    except OSError:
        return False


def _here() -> str:
    """A short name of where processes have the numbers that they have: this machine, this container."""
    from binascii import crc32

    try:
        space = os.stat("/proc/self/ns/pid").st_ino  # noqa: PTH116  (likewise)
    except OSError:
        space = 0
    machine = os.uname().nodename if os.name == "posix" else ""
    return f"{crc32(f'{machine} {space}'.encode()):08x}"
