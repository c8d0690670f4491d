# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Documented tables, read strictly: every row is taken in or refused with its number and the reason."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, models

from amicorum.intake.report import Report
from amicorum.vocabulary.errors import shown as shown_in_one_line

LARGEST_CELL = 100_000
"""Characters; a longer cell is a quote that was never closed."""

Cells = Sequence[str]


class UnableToRead(ValueError):
    """The file as a whole cannot be read; the message says why."""


class UnableToTakeIn(ValueError):
    """A row says what cannot be; the message says what."""


@dataclass(frozen=True)
class Row(Mapping[str, str]):
    """The cells of one row by column, and the place where it stands, for refusals.

    The number is that of a spreadsheet: the header is row 1. A column that the file lacks reads as
    empty, so that an optional one may be left out.
    """

    place: str
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def __iter__(self) -> Iterator[str]:
        return iter(self.cells)

    def __len__(self) -> int:
        return len(self.cells)

    def word(self, column: str) -> str:
        """The text of a cell that must hold one; raises `UnableToTakeIn`."""
        if not self[column]:
            raise UnableToTakeIn(f"has no {column}")
        return self[column]

    def keys_in(self, column: str) -> list[str]:
        """The parts of a cell that holds several, divided by semicolons."""
        return [part.strip() for part in self[column].split(";") if part.strip()]

    def yes(self, column: str) -> bool:
        """Whether the cell says yes; raises `UnableToTakeIn` unless it says yes, no or nothing."""
        if self[column] not in {"yes", "no", ""}:
            raise UnableToTakeIn(f"{column} says {shown_in_one_line(self[column])!r}, expected yes or no")
        return self[column] == "yes"

    def number(self, column: str) -> int | None:
        """The whole number in a cell, None when it is empty; raises `UnableToTakeIn`."""
        text = self[column]
        if text and not (text.isascii() and text.isdigit() and len(text) <= 9):
            raise UnableToTakeIn(f"{column} says {shown_in_one_line(text)!r}, expected a whole number")
        return int(text) if text else None


def rows_of_csv(path: Path, columns: Iterable[str], *, report: Report, key: str = "") -> list[Row]:
    """The rows of a CSV file (UTF-8, commas) that has at least these columns.

    Rows that are not as wide as the header, or bear a key that an earlier row bears, are refused in
    the report. Raises `UnableToRead` when there is no such file, or it is no such table.
    """
    return rows_of_cells(_cells_of(path), path.name, columns, report=report, key=key)


def rows_of_cells(
    lines: Sequence[Cells], name: str, columns: Iterable[str], *, report: Report, key: str = ""
) -> list[Row]:
    """The same for cells that were read elsewhere, as from a sheet."""
    header = _header(lines[0] if lines else [], name, columns)
    rows = []
    borne: dict[str, str] = {}
    for number, line in enumerate(lines[1:], start=2):
        if not any(line):
            continue
        row = Row(f"{name} row {number}", dict(zip(header, line, strict=False)))
        with refusing(report, row):
            _check_width(line, header)
            _check_key(row, key, borne)
            rows.append(row)
    return rows


def _cells_of(path: Path) -> list[list[str]]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise UnableToRead(f"{path.name}: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise UnableToRead(f"{path.name}: not UTF-8 at byte {error.start + 1}") from None
    if "\0" in text:
        raise UnableToRead(f"{path.name}: holds a null character, so it is not a table of texts")
    try:
        lines = csv.reader(io.StringIO(text, newline=""), strict=True)
        return [[cell.strip() for cell in line] for line in lines]
    except csv.Error as error:
        raise UnableToRead(f"{path.name}: {error}") from None


def _header(line: Cells, name: str, columns: Iterable[str]) -> list[str]:
    header = [cell.strip() for cell in line]
    missing = [column for column in columns if column not in header]
    if missing:
        raise UnableToRead(f"{name}: the header lacks {', '.join(missing)}")
    twice = sorted({column for column in header if column and header.count(column) > 1})
    if twice:
        raise UnableToRead(f"{name}: the header names {', '.join(twice)} twice")
    return header


def _check_width(line: Cells, header: Sequence[str]) -> None:
    if len(line) != len(header):
        raise UnableToTakeIn(f"has {len(line)} cells where the header has {len(header)}")
    if any(len(cell) > LARGEST_CELL for cell in line):
        raise UnableToTakeIn(f"has a cell of more than {LARGEST_CELL:,} characters")


def _check_key(row: Row, key: str, borne: dict[str, str]) -> None:
    if not key:
        return
    first = borne.setdefault(row.word(key), row.place)
    if first != row.place:
        raise UnableToTakeIn(f"the {key} {row[key]} stands in {first} already")


@contextmanager
def refusing(report: Report, row: Row) -> Iterator[None]:
    """Turn what makes a row impossible into a refusal in the report, so that the next row goes on."""
    try:
        yield
    except ValidationError as error:
        report.refuse(row.place, " ".join(error.messages))
    except (IntegrityError, DataError) as error:
        report.refuse(row.place, f"the database refuses it: {shown_in_one_line(error)}")
    except ValueError as error:  # every refusal of the house is one: NotInVocabulary, UnableTo...
        report.refuse(row.place, str(error))


@contextmanager
def refusing_file(report: Report) -> Iterator[None]:
    """Turn a file that cannot be read at all into one refusal."""
    try:
        yield
    except UnableToRead as error:
        name, _, reason = str(error).partition(": ")
        report.refuse(name, reason)


def checked(model: type[models.Model], values: Mapping[str, Any]) -> dict[str, Any]:
    """The values, when each text and number is one that its column takes: length, choices, sign.

    Columns that point at other records are left to who looked them up. Raises `UnableToTakeIn`.
    """
    for name, value in values.items():
        column = model._meta.get_field(name)
        if isinstance(column, models.Field) and not column.is_relation and value not in {"", None}:
            _check_value(column, value)
    return dict(values)


def _check_value(column: Any, value: Any) -> None:
    try:
        column.clean(value, None)
    except ValidationError as error:
        raise UnableToTakeIn(f"{column.name}: {' '.join(error.messages)}") from None


def in_order_of(rows: Iterable[Row], key: str, earlier: str, report: Report) -> Iterator[Row]:
    """The rows, each after the one that its cell `earlier` names by `key`.

    A row whose predecessor is not among them, or waits for itself, is refused.
    """
    waiting, given = list(rows), set[str]()
    while waiting:
        ready = [row for row in waiting if not row[earlier] or row[earlier] in given]
        if not ready:
            break
        given.update(row[key] for row in ready)
        waiting = [row for row in waiting if row[key] not in given]
        yield from ready
    for row in waiting:
        report.refuse(row.place, f"{earlier} names {row[earlier]}, which is not in this file")
