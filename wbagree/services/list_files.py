"""The file of a list, which is read twice."""

import hashlib
import stat
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO

from wbagree import atomic_files
from wbagree.errors import ImportRefused, NotFound

# The most bytes of a list, a hundred times the largest known one.
_LARGEST = 2**29
_CHUNK = 2**20


@contextmanager
def stdin_as_file(stdin: BinaryIO | None) -> Iterator[Path]:
    """Yield the path of a temporary copy of stdin.

    ``stdin`` None counts as empty. ImportRefused when it is larger than a list may be.
    """
    with ExitStack() as stack:
        try:
            place = stack.enter_context(atomic_files.temporary_file())
            copy = stack.enter_context(place.open("wb"))
            while stdin and (chunk := stdin.read(_CHUNK)) and copy.tell() <= _LARGEST:
                copy.write(chunk)
            copy.flush()
        except OSError as error:
            raise ImportRefused(f"stdin cannot be kept while it is read: {error.strerror}") from error
        _check_size(copy.tell(), "stdin")
        yield place


def refuse_unreadable_list(file: Path) -> None:
    """Raise NotFound or ImportRefused for a list that cannot be read.

    It is read twice, so it must be a regular file.
    """
    try:
        found = file.stat()
    except FileNotFoundError as error:
        raise NotFound("file", str(file)) from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise ImportRefused(f"{file} cannot be read: {getattr(error, 'strerror', None) or error}") from error
    if stat.S_ISDIR(found.st_mode):
        raise ImportRefused(f"{file} is a folder; name a file")
    if not stat.S_ISREG(found.st_mode):
        raise ImportRefused(f"{file} is a pipe or a device, not a file", "wbagree import - reads what comes on stdin")
    _check_size(found.st_size, file.name)


def _check_size(size: int, name: str) -> None:
    if size > _LARGEST:
        raise ImportRefused(f"{name} is larger than {_LARGEST // 2**20} MiB; it cannot be a list of agreements")


def checksum(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal.

    NotFound or ImportRefused when it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError as error:
        raise NotFound("file", str(path)) from error
    except OSError as error:
        raise ImportRefused(f"{path} cannot be read: {error.strerror}") from error
