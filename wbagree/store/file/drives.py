"""Properties of a register's drive: shared by machines, locks files, read-only."""

import os
import sys
from functools import cache
from pathlib import Path

# Kinds of drive with files that another machine may have open: file servers, clusters, folders that a host shares with
# its virtual machines or containers, and all drives made by programs (sshfs, rclone ...).
_SHARED = {
    *("nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "ncpfs", "afs", "coda"),
    *("acfs", "beegfs", "ceph", "gfs2", "gpfs", "lustre", "ocfs2", "orangefs", "pvfs2"),
    *("9p", "prl_fs", "vboxsf", "virtiofs", "vmhgfs"),
    "fuse",
}
_MOUNTS = Path("/proc/self/mountinfo")
# macOS: where struct statfs has its flags, and the flag of a drive of this machine's own.
_FLAGS, _LOCAL = slice(64, 68), 0x1000
# A network drive in the numbers of Windows' GetDriveTypeW.
_REMOTE = 4


def shared_drive_kind(path: Path) -> str:
    """Return the kind of drive of ``path`` if machines share it.

    Otherwise '', also if the system gives no answer. The file may be missing, but its folder must exist.
    """
    place = path.resolve()
    if not place.exists():
        place = place.parent
    if sys.platform == "win32":
        return _on_windows(place)
    if sys.platform == "darwin":
        return _on_macos(place)
    try:
        return _on_linux(place.stat().st_dev)
    except OSError:
        return ""


@cache
def _on_linux(device: int) -> str:
    """Return the kind of a shared drive by its device number.

    Cached, because there may be thousands of mounts. '' if the drive is not shared.
    """
    return shared_kind_in_mounts(_MOUNTS.read_text(encoding="utf-8", errors="replace"), device)


def shared_kind_in_mounts(mounts: str, device: int) -> str:
    """Return the kind of a shared drive in ``mounts`` by its number.

    ``device`` is the number; ``mounts`` is the content of ``/proc/self/mountinfo``. '' if the drive is not shared.
    """
    needed = f"{os.major(device)}:{os.minor(device)}"
    for line in mounts.splitlines():
        mount, _, drive = line.partition(" - ")
        kind = drive.partition(" ")[0]
        # "fuse.sshfs": the part after the point is the program that makes the drive.
        if mount.split(" ", 3)[2:3] == [needed] and kind.partition(".")[0] in _SHARED:
            return kind
    return ""


def can_lock(path: Path) -> bool:
    """Return whether the drive of ``path`` locks files.

    True also if that cannot be tried. The lock is tried on a new temporary file, which no other process can have
    locked, and not on the register: closing it would drop this process's own locks.
    """
    try:
        import fcntl
        import tempfile
    except ImportError:  # Windows: its network drives lock
        return True
    try:
        with tempfile.TemporaryFile(dir=path.resolve().parent) as file:
            try:
                fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                return False
    except OSError:  # nothing can be made in its folder
        return True
    return True


def is_on_read_only_medium(path: Path) -> bool:
    """Return whether the drive of ``path`` is mounted read-only.

    False if the system gives no answer.
    """
    ask = getattr(os, "statvfs", None)
    return bool(ask and ask(path).f_flag & os.ST_RDONLY)


def _on_windows(place: Path) -> str:
    if sys.platform != "win32":
        return ""
    import ctypes

    # "C:\\", or "\\\\server\\share\\"
    return "network drive" if ctypes.windll.kernel32.GetDriveTypeW(place.anchor) == _REMOTE else ""


def _on_macos(place: Path) -> str:
    import ctypes

    system = ctypes.CDLL(None)
    # On Intel the plain name is the call of systems before 10.5.
    statfs = getattr(system, "statfs$INODE64", None) or system.statfs
    answer = ctypes.create_string_buffer(4096)
    if statfs(os.fsencode(place), answer):
        return ""
    return "" if int.from_bytes(answer.raw[_FLAGS], sys.byteorder) & _LOCAL else "network drive"
