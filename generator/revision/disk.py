"""Files of one workspace: every write is complete or not there, and no link is followed."""

import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EACCES, EDQUOT, EISDIR, ELOOP, ENOSPC, ENOTDIR, EPERM, EROFS
from pathlib import Path

from questionnaire.errors import Place, Problem, WorkspaceProblems

_CAN_WALK = os.open in os.supports_dir_fd and os.rename in os.supports_dir_fd
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | _NO_LINK
_CODES = {
    ENOSPC: "disk.full",
    EDQUOT: "disk.full",
    EACCES: "disk.denied",
    EPERM: "disk.denied",
    EROFS: "disk.denied",
    ELOOP: "workspace.outside",
    ENOTDIR: "workspace.outside",  # what Linux says of a link where a folder is wanted
    EISDIR: "file.is_folder",
}


class Disk:
    """The file system below one folder; paths are relative, with forward slashes."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def read(self, path: str) -> bytes | None:
        """Read a file; None when there is none."""
        try:
            with self._inside(path) as (name, folder):
                descriptor = os.open(name, os.O_RDONLY | _NO_LINK, dir_fd=folder)
                with os.fdopen(descriptor, "rb") as file:
                    return file.read()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise problem_of(error, path) from error

    def write(self, path: str, data: bytes, mode: int) -> None:
        """Write a new file to the end and to the disk; a file in its place is removed first."""
        with self._told(path), self._inside(path) as (name, folder):
            with suppress(FileNotFoundError):
                self._unlink(name, folder)
            descriptor = self._create(name, folder, mode)
            try:
                if os.name == "posix":
                    os.fchmod(descriptor, mode)
                self._fill(descriptor, data)
                self._sync(descriptor)
            finally:
                os.close(descriptor)

    def move(self, source: str, target: str) -> None:
        """Put a file or folder in the place of another in one step."""
        with (
            self._told(target),
            self._inside(source) as (old, from_folder),
            self._inside(target) as (new, to_folder),
        ):
            self._replace(old, new, from_folder, to_folder)

    def remove(self, path: str) -> None:
        """Remove a file that may be gone already."""
        with self._told(path), suppress(FileNotFoundError), self._inside(path) as (name, folder):
            self._unlink(name, folder)

    def make_folder(self, path: str, mode: int = 0o755) -> None:
        """Make a folder and those above it."""
        parts = path.split("/")
        for depth in range(1, len(parts) + 1):
            with (
                self._told(path),
                self._inside("/".join(parts[:depth])) as (name, folder),
                suppress(FileExistsError),
            ):
                self._mkdir(name, folder, mode)
        with self._told(path), self._inside(f"{path}/."):
            pass

    def sync_folder(self, path: str) -> None:
        """Bring the names in a folder to the disk, where the system can."""
        if not _CAN_WALK:
            return
        with self._told(path), self._inside(f"{path}/.") as (_, folder):
            if folder is not None:
                self._sync(folder)

    def mode(self, path: str) -> int | None:
        """Permission bits of a file; None when there is none."""
        try:
            with self._inside(path) as (name, folder):
                status = os.stat(name, dir_fd=folder, follow_symlinks=False)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise problem_of(error, path) from error
        return stat.S_IMODE(status.st_mode)

    def device(self, path: str) -> int:
        """Tell on which disk a folder is."""
        with self._told(path), self._inside(f"{path}/.") as (name, folder):
            return os.stat(name, dir_fd=folder).st_dev

    def files(self, path: str) -> Iterator[str]:
        """Paths of all files below a folder, in order, links left out."""
        top = self.root / path
        for folder, folders, names in os.walk(top):
            folders.sort()
            for name in sorted(names):
                found = Path(folder, name)
                if not found.is_symlink():
                    yield found.relative_to(self.root).as_posix()

    def names(self, path: str) -> list[str]:
        """Names in a folder, in order; none when there is no such folder."""
        try:
            return sorted(found.name for found in (self.root / path).iterdir())
        except FileNotFoundError:
            return []

    def remove_folder(self, path: str) -> None:
        """Remove a folder of ours with everything in it."""
        for folder, folders, names in os.walk(self.root / path, topdown=False):
            inside = Path(folder).relative_to(self.root).as_posix()
            for name in names:
                self.remove(f"{inside}/{name}")
            for name in folders:
                self._remove_empty(f"{inside}/{name}")
        self._remove_empty(path)

    def _remove_empty(self, path: str) -> None:
        with self._told(path), suppress(FileNotFoundError), self._inside(path) as (name, folder):
            self._rmdir(name, folder)

    @contextmanager
    def _inside(self, path: str) -> Iterator[tuple[str, int | None]]:
        """Name of a file and the opened folder it is in; a link on the way is refused."""
        *folders, name = path.split("/")
        if ".." in folders or name in {"", ".."} or path.startswith("/"):
            raise WorkspaceProblems([Problem("workspace.outside", Place(file=path))])
        if not _CAN_WALK:
            yield self._checked(path), None
            return
        current = os.open(self.root, os.O_RDONLY)
        try:
            for folder in folders:
                deeper = os.open(folder, _FOLDER, dir_fd=current)
                os.close(current)
                current = deeper
            yield name, current
        finally:
            os.close(current)

    def _checked(self, path: str) -> str:
        folder = self.root
        for part in path.split("/"):
            if folder.is_symlink() or not folder.resolve().is_relative_to(self.root):
                raise WorkspaceProblems([Problem("workspace.outside", Place(file=path))])
            folder = folder / part
        return str(folder)

    @contextmanager
    def _told(self, path: str) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise problem_of(error, path) from error

    # One method a system call, so that a test can make each of them fail.

    def _create(self, name: str, folder: int | None, mode: int) -> int:
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINK | getattr(os, "O_BINARY", 0)
        return os.open(name, flags, mode, dir_fd=folder)

    def _fill(self, descriptor: int, data: bytes) -> None:
        left = memoryview(data)
        while left:
            left = left[os.write(descriptor, left) :]

    def _sync(self, descriptor: int) -> None:
        os.fsync(descriptor)

    def _replace(self, old: str, new: str, source: int | None, target: int | None) -> None:
        for pause in (0.05, 0.1, 0.2, 0.5, 1.0):
            try:
                os.replace(old, new, src_dir_fd=source, dst_dir_fd=target)
            except PermissionError:
                if os.name != "nt":
                    raise
                time.sleep(pause)  # on Windows a virus scanner may hold the file for a moment
            else:
                return
        os.replace(old, new, src_dir_fd=source, dst_dir_fd=target)

    def _unlink(self, name: str, folder: int | None) -> None:
        os.unlink(name, dir_fd=folder)

    def _mkdir(self, name: str, folder: int | None, mode: int) -> None:
        os.mkdir(name, mode, dir_fd=folder)

    def _rmdir(self, name: str, folder: int | None) -> None:
        os.rmdir(name, dir_fd=folder)


def problem_of(error: OSError, path: str) -> WorkspaceProblems:
    """Say with code and path what the system refused."""
    code = _CODES.get(error.errno or 0, "disk.failed")
    return WorkspaceProblems([Problem(code, Place(file=path), {"reason": error.strerror or ""})])
