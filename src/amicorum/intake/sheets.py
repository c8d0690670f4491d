# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rows of a sheet, whoever made it: CSV here, workbooks in a child process with limits."""

import json
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from amicorum.intake.files import HIGHEST_RATIO, LARGEST, MEGABYTE, UnreadableFile, csv_rows, too_large
from amicorum.intake.sheet_reader import MEMORY, REFUSED, SECONDS

PATIENCE = 60
"""Seconds on the clock before the child is ended, however little it computes."""
MOST_MEMBERS = 10_000
LONGEST_ROW = MEGABYTE

WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0"
_READER = Path(__file__).with_name("sheet_reader.py")


def rows_of(path: Path) -> Iterator[list[str]]:
    """The rows of a CSV file or of the first sheet of a workbook, every cell as text.

    A formula counts as the value that was saved with it. Raises `UnreadableFile`.
    """
    for _, row in numbered_rows_of(path):
        yield row


def numbered_rows_of(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The same, each with the number of its line or row."""
    if _is_workbook(path):
        _refuse_bombs(path)
        yield from enumerate(_rows_of_workbook(path), start=1)
    else:
        yield from csv_rows(path)


def _is_workbook(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as stream:
        start = stream.read(4)
    return start == _OLE or (start == _ZIP and path.suffix.lower() in WORKBOOKS)


def _refuse_bombs(path: Path) -> None:
    """Look at what the parts of a workbook say they unpack to, before anything is unpacked."""
    if path.stat().st_size > LARGEST:
        raise UnreadableFile(too_large(is_over=True))
    if not zipfile.is_zipfile(path):
        return
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, OSError, NotImplementedError) as error:
        raise UnreadableFile(f"The file is broken or cut short ({error}).") from error
    if len(members) > MOST_MEMBERS:
        raise UnreadableFile(f"The workbook has {len(members):,} parts; the limit is {MOST_MEMBERS:,}.")
    inflated = sum(member.file_size for member in members)
    if inflated > LARGEST or inflated > HIGHEST_RATIO * path.stat().st_size:
        raise UnreadableFile(too_large(inflated > LARGEST))


def _rows_of_workbook(path: Path) -> Iterator[list[str]]:
    # -I: the child takes nothing from the environment or the present folder. The file is opened by the
    # library, so its name is given in full and can be no option.
    command = [sys.executable, "-I", str(_READER), str(path.resolve())]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:  # noqa: S603
        clock = threading.Timer(PATIENCE, child.kill)
        clock.start()
        try:
            yield from _received(child)
        finally:
            clock.cancel()
            child.kill()


def _received(child: subprocess.Popen[bytes]) -> Iterator[list[str]]:
    if child.stdout is None or child.stderr is None:
        raise UnreadableFile("The process that reads sheets gives no answer.")
    yield from _answered(child.stdout)
    complaint = child.stderr.read(2_000).decode(errors="replace")
    status = child.wait()
    if status == REFUSED:
        raise UnreadableFile(complaint)
    if status:
        raise UnreadableFile(
            f"The sheet cannot be read within {MEMORY >> 20} MB of memory and {SECONDS} seconds, "
            "which are the limits, or it is broken."
        )


def _answered(stream: IO[bytes]) -> Iterator[list[str]]:
    received = 0
    while line := stream.readline(LONGEST_ROW):
        received += len(line)
        if received > LARGEST:
            raise UnreadableFile(too_large(is_over=True))
        if not line.endswith(b"\n"):
            raise UnreadableFile("A row of the sheet is longer than 1 MB, or its reading broke off.")
        if rb"\u0000" in line:
            raise UnreadableFile("A cell of the sheet holds a NUL character, so this is no text.")
        yield [str(cell) for cell in json.loads(line)]
