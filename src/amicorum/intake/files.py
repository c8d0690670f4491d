# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Opening files that others made: never more than the limits allow, never half understood.

Whatever is wrong with a file as a whole is told as an `UnreadableFile`, in one plain sentence.
"""

import csv
import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

MEGABYTE = 1_000_000
LARGEST = 100 * MEGABYTE
"""Bytes that a list may hold once it is unpacked."""
LARGEST_DUMP = 2_000 * MEGABYTE
"""The same for the dump of a whole register, which is read record by record."""
HIGHEST_RATIO = 100
"""How many bytes one packed byte may become; more is a bomb."""
LONGEST_LINE = 4 * MEGABYTE

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_BROKEN = (EOFError, OSError, zlib.error, zipfile.BadZipFile, RuntimeError, NotImplementedError)


class UnreadableFile(ValueError):
    """A file that cannot be used at all; the message is a sentence for the person who gave it."""


class Counted(io.RawIOBase):
    """A stream that stops with `UnreadableFile` once it has given more than it may."""

    def __init__(self, inner: IO[bytes], *, packed: int, largest: int) -> None:
        self.inner, self.given, self.largest = inner, 0, largest
        self.allowed = min(largest, packed * HIGHEST_RATIO)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        piece = self.inner.read(len(buffer))
        self.given += len(piece)
        if self.given > self.allowed:
            raise UnreadableFile(too_large(self.given > self.largest, self.largest))
        buffer[: len(piece)] = piece
        return len(piece)


def too_large(is_over: bool, largest: int = LARGEST) -> str:
    """The sentence about a file that unpacks to too much."""
    if is_over:
        return f"The file holds more than {largest // MEGABYTE:,} MB once it is unpacked, which is the limit."
    return (
        f"The file unpacks to more than {HIGHEST_RATIO} times its size, as a zip bomb does; it is not read."
    )


@contextmanager
def opened(path: Path, *, largest: int = LARGEST) -> Iterator[IO[bytes]]:
    """The bytes of a file, unpacked when it is gzip or a zip with one JSON or CSV file in it.

    Raises `UnreadableFile` when it is absent, broken, encrypted or larger than `largest`.
    """
    try:
        with path.open("rb") as raw, _unpacked(raw) as (inner, packed):
            counted = Counted(inner, packed=packed, largest=largest)
            yield io.BufferedReader(counted, buffer_size=1 << 18)
    except UnreadableFile:
        raise
    except FileNotFoundError:
        raise UnreadableFile("There is no such file.") from None
    except IsADirectoryError:
        raise UnreadableFile("This is a folder; a file is expected.") from None
    except PermissionError:
        raise UnreadableFile("This user may not read the file.") from None
    except _BROKEN as error:
        raise UnreadableFile(f"The file is broken or cut short ({error}).") from error


@contextmanager
def _unpacked(raw: IO[bytes]) -> Iterator[tuple[IO[bytes], int]]:
    """The stream within, and how many packed bytes it comes from (a plain file: its own size)."""
    start = raw.read(4)
    size = raw.seek(0, io.SEEK_END)
    raw.seek(0)
    if start[:2] == b"\x1f\x8b":
        with gzip.GzipFile(fileobj=raw) as inner:
            yield io.BufferedReader(inner), size
    elif start == b"PK\x03\x04":
        with zipfile.ZipFile(raw) as archive:
            member = _the_member(archive)
            with archive.open(member) as inner:
                yield inner, member.compress_size
    else:
        yield raw, size


def _the_member(archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    """The one file that is meant: that of schema 2 where a dump carries two, else JSON before CSV."""
    for ending in ("schema_v2.json", ".json", ".csv"):
        found = [member for member in archive.infolist() if member.filename.endswith(ending)]
        if len(found) == 1:
            return found[0]
        if found:
            raise UnreadableFile(f"The zip holds {len(found)} files *{ending}; one is expected.")
    raise UnreadableFile("The zip holds no JSON or CSV file.")


def lines_of(path: Path, *, largest: int = LARGEST) -> Iterator[tuple[int, str]]:
    """The lines of a text in UTF-8, or in UTF-16 with its mark, numbered from 1, ends of line kept.

    Raises `UnreadableFile` that names the line where it is something else.
    """
    with opened(path, largest=largest) as stream:
        start = stream.peek(3)[:3] if isinstance(stream, io.BufferedReader) else b""
        if start[:2] in _UTF_16:
            yield from _utf_16_lines(stream)
        else:
            yield from _utf_8_lines(stream)


def _utf_8_lines(stream: IO[bytes]) -> Iterator[tuple[int, str]]:
    number = 0
    while line := stream.readline(LONGEST_LINE):
        number += 1
        _check_length(line, number)
        try:
            text = line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError as error:
            raise UnreadableFile(
                f"Line {number} is not in UTF-8 (byte {error.start + 1}); save the file as UTF-8."
            ) from None
        yield number, _without_nul(text, number)


def _utf_16_lines(stream: IO[bytes]) -> Iterator[tuple[int, str]]:
    text = io.TextIOWrapper(stream, encoding="utf-16", newline="")
    number = 0
    try:
        while line := text.readline(LONGEST_LINE):
            number += 1
            _check_length(line, number)
            yield number, _without_nul(line, number)
    except UnicodeError:
        raise UnreadableFile(f"After line {number} the file is not in UTF-16; save it as UTF-8.") from None


def _check_length(line: str | bytes, number: int) -> None:
    if len(line) >= LONGEST_LINE:
        limit = f"{LONGEST_LINE // MEGABYTE} MB"
        raise UnreadableFile(f"Line {number} is longer than {limit}, which is the limit.")


def _without_nul(line: str, number: int) -> str:
    if "\0" in line:
        raise UnreadableFile(f"Line {number} holds a NUL byte, so this is no text.")
    return line


def csv_rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The rows of a CSV file with the number of their last line.

    Divided by commas, or by semicolons where the header is. Raises `UnreadableFile`.
    """
    lines = Numbered(lines_of(path))
    first = next(lines, "")
    delimiter = ";" if first.count(";") > first.count(",") else ","
    rows = csv.reader(_with(first, lines), delimiter=delimiter, strict=True)
    try:
        for row in rows:
            yield lines.number, row
    except csv.Error as error:
        raise UnreadableFile(f"Line {lines.number} is not proper CSV: {error}.") from None


class Numbered(Iterator[str]):
    """Lines, with the number of the last one that was taken."""

    def __init__(self, lines: Iterator[tuple[int, str]]) -> None:
        self.lines, self.number = lines, 0

    def __next__(self) -> str:
        self.number, line = next(self.lines)
        return line


def _with(first: str, rest: Iterator[str]) -> Iterator[str]:
    if first:
        yield first
        yield from rest
