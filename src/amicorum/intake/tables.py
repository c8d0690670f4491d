# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Documented tables, read strictly: every row is taken in or refused with its number and the reason."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, models, transaction

from amicorum.intake.files import UnreadableFile
from amicorum.intake.report import Report
from amicorum.intake.sheets import numbered_rows_of
from amicorum.vocabulary.errors import shown as shown_in_one_line

LARGEST_NUMBER = 32_767
"""What the smallest whole-number column of both databases holds."""

_WHOLE = re.compile(r"[0-9]{1,6}")


class UnreadableTable(UnreadableFile):
    """The same for one table among others: it knows which."""

    def __init__(self, name: str, sentence: str) -> None:
        super().__init__(sentence)
        self.name = name


class UnableToTakeIn(ValueError):
    """A row says what cannot be; the message says what."""


@dataclass(frozen=True)
class Row(Mapping[str, str]):
    """The cells of one row by column, and the place where it stands, for refusals.

    The place is the file and its line, or row of a sheet. A column that the file lacks reads as empty,
    so that an optional one may be left out.
    """

    place: str
    cells: Mapping[str, str]
    fault: str = ""

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def __iter__(self) -> Iterator[str]:
        return iter(self.cells)

    def __len__(self) -> int:
        return len(self.cells)

    def check(self) -> None:
        """Raise `UnableToTakeIn` for a row that was not read whole."""
        if self.fault:
            raise UnableToTakeIn(self.fault)

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
            raise self.unexpected(column, "yes or no")
        return self[column] == "yes"

    def number(self, column: str) -> int | None:
        """The whole number in a cell, None when it is empty; raises `UnableToTakeIn`."""
        text = self[column]
        if text and not (
            text.isascii() and text.isdigit() and len(text) <= 6 and int(text) <= LARGEST_NUMBER
        ):
            raise self.unexpected(column, f"a whole number up to {LARGEST_NUMBER:,}")
        return int(text) if text else None

    def one_of(self, column: str, words: Iterable[str]) -> str:
        """The text of a cell that must hold one of these words; raises `UnableToTakeIn`."""
        known = list(words)
        if self.word(column) not in known:
            raise self.unexpected(column, f"one of {', '.join(known)}")
        return self[column]

    def unexpected(self, column: str, expected: str) -> UnableToTakeIn:
        """The refusal of what a cell says."""
        return UnableToTakeIn(f"{column} says {shown_in_one_line(self[column])!r}, expected {expected}")


def rows_of_table(path: Path, columns: Iterable[str], *, report: Report, key: str = "") -> list[Row]:
    """The rows of a table that has at least these columns, before anything is taken in.

    Rows with a fault, and rows that bear a key which an earlier row bears, are refused in the
    report. Raises `UnreadableTable`.
    """
    rows = []
    borne: dict[str, str] = {}
    for row in read_table(path, columns):
        with refusing(report, row):
            row.check()
            if key and borne.setdefault(row.word(key), row.place) != row.place:
                raise UnableToTakeIn(f"the {key} {row[key]} stands in {borne[row[key]]} already")
            rows.append(row)
    return rows


def read_table(path: Path, columns: Iterable[str]) -> list[Row]:
    """All rows of a table (CSV, or the first sheet of a workbook), those with a fault too.

    Raises `UnreadableTable` when there is no such file, or it has not at least these columns.
    """
    try:
        lines = numbered_rows_of(path)
        header = _header(next(lines, (1, []))[1], columns)
        return [_row(f"{path.name}:{number}", header, line) for number, line in lines if any(line)]
    except UnreadableFile as error:
        raise UnreadableTable(path.name, str(error)) from error


def _row(place: str, header: Sequence[str], line: Sequence[str]) -> Row:
    """A row that is not as wide as the header was cut off, or a comma in it was meant as text."""
    is_whole = len(line) == len(header)
    fault = "" if is_whole else f"has {len(line)} cells where the header has {len(header)}"
    return Row(place, dict(zip(header, map(str.strip, line), strict=False)), fault)


def folder_named(path: Path, name: str) -> Path:
    """The folder of this name within a data folder, or the path itself when it is that folder."""
    within = path / name
    return within if within.is_dir() else path


def _header(line: Sequence[str], columns: Iterable[str]) -> list[str]:
    header = [cell.strip() for cell in line]
    missing = [column for column in columns if column not in header]
    if missing:
        raise UnreadableFile(f"The header lacks {', '.join(missing)}.")
    twice = sorted({column for column in header if column and header.count(column) > 1})
    if twice:
        raise UnreadableFile(f"The header names {', '.join(twice)} twice.")
    return header


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


def take_in_each(parts: Iterable[Callable[[], None]], report: Report) -> None:
    """Take in several files, each in one transaction; one that cannot be read is one refusal."""
    for part in parts:
        try:
            with transaction.atomic():
                part()
        except UnreadableTable as error:
            report.refuse(error.name, str(error))


def checked(model: type[models.Model], values: Mapping[str, Any]) -> dict[str, Any]:
    """The values, when each text and number is one that its column takes: length, choices, sign.

    Columns that point at other records are left to who looked them up. Raises `UnableToTakeIn`.
    """
    for name, value in values.items():
        column = model._meta.get_field(name)
        if isinstance(column, models.Field) and not column.is_relation and value not in {"", None}:
            _check_value(column, value)
    return dict(values)


def name_in(row: Row, column: str, model: type[models.Model], field: str) -> str:
    """The word by which a row names its record, one that the record's column takes: form and length.

    Raises `UnableToTakeIn`.
    """
    word = row.word(column)
    checked(model, {field: word})
    return word


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
