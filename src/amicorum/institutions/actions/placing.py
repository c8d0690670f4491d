# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""To which institution a new entry of a register belongs: one that is known by its codes, else a new one."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from amicorum.institutions.actions.claims import Bearers, Doubt
from amicorum.institutions.entries import Register, RegisterEntry
from amicorum.institutions.models import Institution, RegisterRecord
from amicorum.institutions.slugs import first_free
from amicorum.multilingual.fields import sort_key


@dataclass
class Placing:
    """Where entries go, by their key; the institutions that were made for them; pairs in doubt."""

    homes: dict[str, Institution] = field(default_factory=dict)
    made: list[Institution] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


def place(entries: Sequence[RegisterEntry], register: Register, bearers: Bearers) -> Placing:
    """Find or make the institution of each entry, none of which the register had before.

    An entry joins an institution that bears one of its codes, confirmed, if that is exactly one and
    no other live entry of the register is its own. Otherwise it gets an institution of its own, and
    every pair that may be one goes to the review list.
    """
    placing = Placing()
    candidates = {entry.key: _bearing(entry, register, bearers) for entry in entries}
    occupied = _occupied(register, candidates)
    for entry in entries:
        found = candidates[entry.key]
        if len(found) == 1 and found[0].pk not in occupied:
            placing.homes[entry.key] = found[0]
            occupied.add(found[0].pk)
            suspects = []
        else:
            placing.homes[entry.key] = made = Institution(key=f"{register.name}:{entry.key}")
            placing.made.append(made)
            suspects = found
        suspects = [*suspects, *_suspected(entry, register, bearers)]
        placing.doubts += _doubts(placing.homes[entry.key], suspects, register)
    _write_new(entries, placing)
    return placing


def columns(entry: RegisterEntry) -> dict[str, Any]:
    """The fields of an institution that the register writes which made it."""
    return {
        "display_name": entry.label,
        "display_language": entry.label_language,
        "sort_key": sort_key(entry.label),
        "country_code": entry.country_code,
        "city": entry.city,
        "latitude": entry.latitude,
        "longitude": entry.longitude,
        "website": entry.website,
        "established": entry.established,
        "status": entry.status,
        "is_network": entry.is_network,
    }


def _bearing(entry: RegisterEntry, register: Register, bearers: Bearers) -> list[Institution]:
    codes = (code for code in entry.codes if code.scheme in register.joins_by)
    found = {holder.pk: holder for code in codes if (holder := bearers.confirmed.get(code))}
    return list(found.values())


def _suspected(entry: RegisterEntry, register: Register, bearers: Bearers) -> list[Institution]:
    codes = (code for code in entry.codes if code.scheme in register.joins_by)
    return [holder for code in codes for holder in bearers.probable.get(code, ())]


def _occupied(register: Register, candidates: dict[str, list[Institution]]) -> set[int]:
    """Institutions that a live entry of this register calls its own already."""
    asked = {found.pk for all_found in candidates.values() for found in all_found}
    records = RegisterRecord.objects.filter(register=register.name, institution__in=asked, gone_since=None)
    return set(records.values_list("institution_id", flat=True)) if asked else set()


def _doubts(home: Institution, suspects: list[Institution], register: Register) -> list[Doubt]:
    others = {other.pk: other for other in suspects if other != home}
    reason = f"The register {register.name} gives the one a code of the other"
    return [Doubt(home, other, reason) for other in others.values()]


def _write_new(entries: Sequence[RegisterEntry], placing: Placing) -> None:
    """Give new institutions their fields and addresses, those in use before those that are closed."""
    if not placing.made:
        return
    taken = set(Institution.objects.values_list("slug", flat=True))
    made = {id(institution) for institution in placing.made}
    for entry in sorted(entries, key=lambda entry: entry.status != Institution.Status.ACTIVE):
        institution = placing.homes[entry.key]
        if id(institution) in made:
            for name, value in columns(entry).items():
                setattr(institution, name, value)
            institution.slug = first_free(entry.label, entry.city, institution.key, taken)
            taken.add(institution.slug)
    Institution.objects.bulk_create(placing.made)
