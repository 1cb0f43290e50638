"""Files that appear whole or not at all: written beside the place they are for, under another name until finished."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PREFIX, _SUFFIX = ".wbagree-", ".new"
# What somebody who was killed left behind is swept away once nobody can still be at work on it, in seconds.
_ABANDONED = 24 * 3600


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """Make an empty file, its owner's alone, in the folder of ``path``; it is gone at the end unless it was put away.

    OSError when that folder cannot be written.
    """
    import tempfile  # here: most commands write no file

    _sweep(path.parent)
    handle, name = tempfile.mkstemp(prefix=_PREFIX, suffix=_SUFFIX, dir=path.parent)
    os.close(handle)
    new = Path(name)
    try:
        yield new
    finally:
        new.unlink(missing_ok=True)


def put(new: Path, path: Path) -> None:
    """Give a finished file its name; FileExistsError when something has that name already."""
    try:
        os.link(new, path)
    except FileExistsError:
        raise
    except OSError:  # no hard links here, as on memory sticks
        if os.path.lexists(path):
            raise FileExistsError from None
        new.rename(path)


def _sweep(folder: Path) -> None:
    for old in folder.glob(f"{_PREFIX}*{_SUFFIX}*"):
        try:
            if time.time() - old.stat().st_mtime > _ABANDONED:
                old.unlink()
        except OSError:  # somebody else's, or gone meanwhile
            continue
