# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Taking in the Commission's list of holders of the Erasmus Charter for Higher Education.

It comes as a workbook whose headers differ between editions, or as the CSV that is derived from it.
The list is always whole: what it no longer names is gone.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from itertools import islice
from pathlib import Path

from amicorum.institutions.actions.closing import UnableToClose, close
from amicorum.institutions.entries import ECHE, Code, EntryName, RegisterEntry
from amicorum.institutions.models import InstitutionName
from amicorum.intake.editions import edition_of, take_in_all, written_date
from amicorum.intake.files import UnreadableFile
from amicorum.intake.report import Report, shown
from amicorum.intake.sheets import numbered_rows_of
from amicorum.vocabulary.codes import SCHEMES, erasmus_code
from amicorum.vocabulary.countries import country
from amicorum.vocabulary.errors import NotInVocabulary

TITLE = "Higher education institutions that hold the Erasmus Charter, list of {month}"

_HEADERS = {
    "erasmus": ("erasmuscode", "institutioncode", "idcode"),
    "name": ("legalname", "organisationlegalname", "organizationlegalname", "institutionname"),
    "pic": ("pic", "piccode", "participantpic"),
    "oid": ("oid", "organisationid", "organizationid", "organisationoid"),
    "city": ("city", "town"),
    "country": ("countrycode", "countrycodeiso", "countrycd", "countryiso", "country", "countrycodeeu"),
    "website": ("website", "websiteurl", "webpage", "web", "url"),
}
"""Columns that are read, by every header they are known to have (letters and digits only)."""
_NEEDED = ("erasmus", "name", "country")
_HEADER_WITHIN = 10
"""A workbook may have a title and remarks above its header."""
_LONGEST_NAME, _LONGEST_CITY, _LONGEST_WEBSITE = 300, 120, 500
_NOTHING = frozenset({"", "#N/A", "#VALUE!", "#REF!", "N/A", "-"})
"""What a spreadsheet shows where it has no value."""


class _Refused(ValueError):
    """A row that cannot be taken in; the message says why."""


@dataclass
class _List:
    """The whole list, read: its entries, and every Erasmus code that it names, refused ones too."""

    entries: list[RegisterEntry] = field(default_factory=list)
    listed: dict[str, int] = field(default_factory=dict)


def take_in_eche(
    path: Path, *, by: str, at: datetime, report: Report, dated: str = "", complete: bool = False
) -> None:
    """Take in a list of charter holders, and close the ones that it no longer names.

    The report counts rows that are new, changed in any column and unchanged, and besides, by Erasmus
    code and exact legal name: added, removed and renamed. `dated` is the day or month of the list;
    `complete` lets any share of the held ones go. Raises `UnreadableFile` before anything is written.
    """
    charters = _read(path, report)
    edition = edition_of(
        ECHE, "eche-{month}", TITLE, "European Commission", written_date(path, dated), by=by, at=at
    )
    try:
        gone = close(edition, charters.listed, by=by, at=at, is_complete=complete)
        report.counts["removed"] += len(gone)
    except UnableToClose as error:
        report.refuse("the list", str(error))
    entries = shown(charters.entries, "charter holders")
    take_in_all(edition, entries, by=by, at=at, report=report)
    report.counts["added"] += report.counts["new"] + report.counts["returned"]


def _read(path: Path, report: Report) -> _List:
    rows = numbered_rows_of(path)
    columns, header = _columns(rows)
    charters = _List()
    for number, row in rows:
        if any(cell.strip() for cell in row):
            try:
                _read_row(number, _cells(row, columns), _fingerprint(header, row), charters, report)
            except (NotInVocabulary, _Refused) as error:
                report.refuse(f"row {number}", str(error))
    if not charters.listed:
        raise UnreadableFile("The list names no charter holder.")
    return charters


def _columns(rows: Iterator[tuple[int, list[str]]]) -> tuple[dict[str, int], list[str]]:
    """Where each column stands, and the header itself, which is looked for in the first rows."""
    for _, row in islice(rows, _HEADER_WITHIN):
        words = [re.sub(r"[^a-z0-9]", "", cell.lower()) for cell in row]
        columns = {
            name: words.index(alias)
            for name, aliases in _HEADERS.items()
            for alias in reversed(aliases)
            if alias in words
        }
        if all(name in columns for name in _NEEDED):
            return columns, words
    raise UnreadableFile(
        "The list has no row of headers with an Erasmus code, a legal name and a country code."
    )


def _cells(row: Sequence[str], columns: Mapping[str, int]) -> dict[str, str]:
    """The cells that are read; the Erasmus code keeps its spaces."""
    cells = {name: row[at] if at < len(row) else "" for name, at in columns.items()}
    return {name: "" if cell.strip() in _NOTHING else cell for name, cell in cells.items()}


def _fingerprint(header: Sequence[str], row: Sequence[str]) -> str:
    """Stands for every column of the row, whatever their order."""
    cells = sorted(zip(header, row, strict=False))
    return sha256("\x1e".join(f"{name}\x1f{cell}" for name, cell in cells).encode()).hexdigest()


def _read_row(
    number: int, cells: Mapping[str, str], fingerprint: str, charters: _List, report: Report
) -> None:
    key = erasmus_code(cells["erasmus"])
    first = charters.listed.setdefault(key, number)
    if first != number:
        raise _Refused(f"{key} stands in row {first} already")
    name = _text(cells, "name", _LONGEST_NAME)
    if not name:
        raise _Refused(f"{key} has no legal name")
    entry = RegisterEntry(
        key=key,
        label=name,
        fingerprint=fingerprint,
        country_code=country(cells["country"]).code,
        city=_text(cells, "city", _LONGEST_CITY),
        website=_text(cells, "website", _LONGEST_WEBSITE),
        names=(EntryName(InstitutionName.Kind.LEGAL, "", name),),
        codes=(Code("erasmus", key), *_further_codes(number, cells, report)),
    )
    charters.entries.append(entry)


def _further_codes(number: int, cells: Mapping[str, str], report: Report) -> Iterator[Code]:
    """PIC and OID; one that is none is refused by itself."""
    for scheme in ("pic", "oid"):
        try:
            if cells.get(scheme):
                yield Code(scheme, SCHEMES[scheme](cells[scheme]))
        except NotInVocabulary as error:
            report.refuse(f"row {number}", f"a code is left out: {error}")


def _text(cells: Mapping[str, str], name: str, longest: int) -> str:
    text = cells.get(name, "").strip()
    if len(text) > longest:
        raise _Refused(f"its {name} has {len(text):,} characters; the limit is {longest}")
    return text
