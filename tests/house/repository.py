# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The files of this repository, as git sees them: what is ignored is not ours."""

import functools
import subprocess
from collections.abc import Callable
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parent.parent.parent


@functools.cache
def files() -> tuple[PurePosixPath, ...]:
    """Return every file of the working tree that git follows or would follow, from the root."""
    git = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    named = subprocess.run(git, cwd=ROOT, check=True, capture_output=True).stdout.decode().split("\0")
    return tuple(sorted(PurePosixPath(name) for name in set(named) if (ROOT / name).is_file()))


def text(file: PurePosixPath) -> str | None:
    """Return what a file says, or None when it is not text."""
    try:
        return (ROOT / file).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None


def lines_where(wrong: Callable[[str], object], among: Callable[[PurePosixPath], object]) -> list[str]:
    """Return file:line of every line that is wrong, in the text files that count."""
    return [
        f"{file}:{number}"
        for file in files()
        if among(file)
        for number, line in enumerate((text(file) or "").splitlines(), start=1)
        if wrong(line)
    ]
