# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Taking in the Research Organization Registry: its dump (schema 2, JSON or zip) or the flattened lines.

The schema is documented at https://ror.readme.io/docs/ror-data-structure. The flattened form holds
the same names and relationships, with place, website and codes as fields of the record itself.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from amicorum.institutions.actions.relations import relate
from amicorum.institutions.entries import ROR, Code, EntryName, RegisterEntry
from amicorum.institutions.models import Institution, InstitutionName, Relation
from amicorum.intake.editions import edition_of, take_in_all, written_date
from amicorum.intake.files import UnreadableFile
from amicorum.intake.json_records import JsonRecord, records_of
from amicorum.intake.report import Report, shown
from amicorum.vocabulary.codes import SCHEMES, ror_id
from amicorum.vocabulary.countries import country
from amicorum.vocabulary.errors import NotInVocabulary

_KINDS = {
    "ror_display": InstitutionName.Kind.LABEL,
    "label": InstitutionName.Kind.LABEL,
    "acronym": InstitutionName.Kind.ACRONYM,
    "alias": InstitutionName.Kind.ALIAS,
}
"""What a type of name counts as; of several, the first one here."""
_SCHEMES = ("wikidata", "isni", "grid")
_STATUSES = frozenset(Institution.Status.values)
_LONGEST_NAME, _LONGEST_CITY, _LONGEST_WEBSITE, _LONGEST_LANGUAGE = 300, 120, 500, 12
_RELATIONS = frozenset(Relation.Kind.values)
_YEARS = range(1, 2101)
_NOT_EDUCATION = "other types, left out"


class _Refused(ValueError):
    """A record that cannot be taken in; the message says why."""


def take_in_ror(
    path: Path, *, by: str, at: datetime, report: Report, all_types: bool = False, dated: str = ""
) -> None:
    """Take in a dump of ROR: institutions of education and networks, or everything.

    Raises `UnreadableFile`; batches before the fault stay, and the same file may be taken in again.
    """
    edition = edition_of(
        ROR,
        "ror",
        "Research Organization Registry",
        "Research Organization Registry",
        written_date(path, dated),
        by=by,
        at=at,
    )
    relations: dict[str, tuple[tuple[str, str], ...]] = {}
    entries = _noting(_entries(path, report, all_types=all_types), relations)
    take_in_all(edition, shown(entries, "ROR records"), by=by, at=at, report=report)
    report.counts["relations"] += relate(edition, relations, by=by, at=at)


def _noting(
    entries: Iterator[RegisterEntry], relations: dict[str, tuple[tuple[str, str], ...]]
) -> Iterator[RegisterEntry]:
    for entry in entries:
        relations[entry.key] = entry.relations
        yield entry


def _entries(path: Path, report: Report, *, all_types: bool) -> Iterator[RegisterEntry]:
    seen: set[str] = set()
    for record in records_of(path):
        content = record.content
        if "names" not in content and isinstance(content.get("name"), str):
            raise UnreadableFile("This dump is in schema 1; the one in schema 2 is needed.")
        if not all_types and not _is_wanted(content):
            report.counts[_NOT_EDUCATION] += 1
            continue
        try:
            entry = entry_of(record, report)
            if entry.key in seen:
                raise _Refused(f"{entry.key} stands in the file twice")
        except (NotInVocabulary, _Refused) as error:
            report.refuse(record.where, str(error))
        except (AttributeError, KeyError, TypeError) as error:
            report.refuse(record.where, f"the record has not the shape of schema 2 ({error!r})")
        else:
            seen.add(entry.key)
            yield entry


def _is_wanted(content: Mapping[str, Any]) -> bool:
    types = content.get("types")
    return (isinstance(types, list) and "education" in types) or content.get("is_network_org") is True


def entry_of(record: JsonRecord, report: Report) -> RegisterEntry:
    """The entry that a record is; a code that is none is refused by itself.

    Raises `NotInVocabulary`, or a `ValueError`, `KeyError` or `TypeError` where the record is not in
    the schema.
    """
    content = _flattened(record.content)
    key = ror_id(content["ror_id"])
    names, display, language = _names(content["names"], record, report)
    codes = _codes(content["external_ids"], record, report)
    own = (Code("ror", key),)
    status = content["status"]
    if status not in _STATUSES:
        raise _Refused(f"the status {status!r} is none of {', '.join(sorted(_STATUSES))}")
    is_active = status == Institution.Status.ACTIVE
    latitude, longitude = _degrees(content["lat"], 90), _degrees(content["lon"], 180)
    is_placed = latitude is not None and longitude is not None
    return RegisterEntry(
        key=key,
        label=display,
        label_language=language,
        fingerprint=record.fingerprint,
        country_code=country(content["country_code"] or "").code,
        city=_text(content["city"] or "", _LONGEST_CITY),
        latitude=latitude if is_placed else None,
        longitude=longitude if is_placed else None,
        website=_text(content["website"] or "", _LONGEST_WEBSITE),
        established=content["established"] if content["established"] in _YEARS else None,
        status=status,
        is_network=content.get("is_network_org") is True,
        names=names,
        # A record that is closed or withdrawn often carries the codes of the one that took its place.
        codes=(*own, *codes) if is_active else own,
        doubted=() if is_active else codes,
        relations=tuple(_relations(content["relationships"])),
    )


def _flattened(content: dict[str, Any]) -> dict[str, Any]:
    """A record in the official schema with its place, website and codes as fields of its own."""
    if "ror_id" in content:
        return content
    locations = content.get("locations") or [{}]
    place = locations[0].get("geonames_details") or {}
    websites = [link["value"] for link in content.get("links") or () if link["type"] == "website"]
    return {
        "ror_id": content["id"],
        "names": content["names"],
        "status": content["status"],
        "established": content.get("established"),
        "country_code": place.get("country_code"),
        "city": place.get("name"),
        "lat": place.get("lat"),
        "lon": place.get("lng"),
        "website": next(iter(websites), ""),
        "external_ids": {one["type"]: one for one in content.get("external_ids") or ()},
        "relationships": content.get("relationships") or (),
    }


def _names(
    given: list[dict[str, Any]], record: JsonRecord, report: Report
) -> tuple[tuple[EntryName, ...], str, str]:
    """Every name that fits, the one to display, and its language."""
    names: list[EntryName] = []
    display = None
    for one in given:
        kind = next((kind for word, kind in _KINDS.items() if word in one["types"]), None)
        try:
            name = EntryName(
                kind or InstitutionName.Kind.ALIAS,
                _text(one["lang"] or "", _LONGEST_LANGUAGE),
                _text(one["value"], _LONGEST_NAME),
            )
        except _Refused as error:
            report.refuse(record.where, f"a name is left out: {error}")
            continue
        names.append(name)
        if "ror_display" in one["types"]:
            display = name
    if display is None or not display.name:
        raise _Refused("no name is marked as ror_display")
    return tuple(names), display.name, display.language


def _codes(given: Mapping[str, Any], record: JsonRecord, report: Report) -> tuple[Code, ...]:
    """Its codes in the schemes that are kept, the preferred one of each first."""
    codes: dict[Code, None] = {}
    for scheme in _SCHEMES:
        held = given.get(scheme) or {}
        for value in (held.get("preferred"), *held.get("all", ())):
            try:
                if value:
                    codes[Code(scheme, SCHEMES[scheme](value))] = None
            except NotInVocabulary as error:
                report.refuse(record.where, f"a code is left out: {error}")
    return tuple(codes)


def _relations(given: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    for one in given:
        if one["type"] in _RELATIONS:
            yield one["type"], ror_id(one.get("id") or one["ror_id"])


def _text(value: Any, longest: int) -> str:
    if not isinstance(value, str):
        raise _Refused(f"{value!r} is no text")
    if len(value) > longest:
        raise _Refused(f"a text of {len(value):,} characters is longer than {longest}")
    if "\0" in value or any("\ud800" <= sign <= "\udfff" for sign in value):
        raise _Refused("a text holds characters that no text can hold")
    return " ".join(value.split())


def _degrees(value: Any, most: int) -> float | None:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if is_number and -most <= value <= most else None
