# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a register calls many institutions: names begin, end and begin again, none is deleted."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from amicorum.institutions.entries import Edition, EntryName
from amicorum.institutions.models import Institution, InstitutionName
from amicorum.multilingual.fields import sort_key
from amicorum.sources.models import Source, period_columns


@dataclass
class Named:
    """Names that began and ended, by the primary key of their institution."""

    begun: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    ended: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))


@dataclass(frozen=True)
class Naming:
    """The names that a register gives an institution; `is_revised` when it gave others before."""

    institution: Institution
    names: tuple[EntryName, ...]
    is_revised: bool


Held = Mapping[int, Sequence[InstitutionName]]


def settle_names(namings: Sequence[Naming], edition: Edition, known: set[int]) -> Named:
    """Make institutions bear the names that this edition gives them.

    Those of an earlier edition that are missing now end by its date. `known` are the primary keys
    of institutions that can have names already.
    """
    held, named = _held(edition, known), Named()
    made: list[InstitutionName] = []
    changed: list[InstitutionName] = []
    for naming in namings:
        rows = held.get(naming.institution.pk, ())
        changed += _ended(naming, rows, edition, named) if naming.is_revised else []
        for name in dict.fromkeys(naming.names):
            row = _to_reopen(name, rows, edition.source)
            if row is None:
                made.append(_row(naming, name, edition))
            elif row.counts_until is not None:
                row.end, row.counts_until = "", None
                changed.append(row)
            else:
                continue
            named.begun[naming.institution.pk].append(name.name)
    InstitutionName.objects.bulk_update(changed, ["end", "counts_until"])
    InstitutionName.objects.bulk_create(made)
    return named


def sources_of(register: str) -> list[int]:
    """The primary keys of the sources that are editions of a register: `eche`, `eche-2026-04`."""
    dated = rf"^{register}(-[0-9]{{4}}-[0-9]{{2}}(-[0-9]{{2}})?)?$"
    return list(Source.objects.filter(key__regex=dated).values_list("pk", flat=True))


def _held(edition: Edition, known: set[int]) -> Held:
    if not known:
        return {}
    rows = InstitutionName.objects.filter(institution__in=known, source__in=sources_of(edition.register.name))
    held: dict[int, list[InstitutionName]] = defaultdict(list)
    for row in rows.order_by("pk"):
        held[row.institution_id].append(row)
    return held


def _ended(
    naming: Naming, rows: Sequence[InstitutionName], edition: Edition, named: Named
) -> list[InstitutionName]:
    """The open names that the register no longer gives, ended."""
    gone = [row for row in rows if row.counts_until is None and _written(row) not in naming.names]
    for row in gone:
        row.end, row.counts_until = f"by {edition.dated}", edition.dated
        named.ended[naming.institution.pk].append(row.name)
    return gone


def _to_reopen(name: EntryName, rows: Sequence[InstitutionName], source: Source) -> InstitutionName | None:
    """The row that says this already: an open one of any edition, else an ended one of this source."""
    same = [row for row in rows if _written(row) == name]
    is_open = [row for row in same if row.counts_until is None]
    ended_here = [row for row in same if row.source_id == source.pk]
    return next(iter(is_open + ended_here), None)


def _written(row: InstitutionName) -> EntryName:
    return EntryName(row.kind, row.language, row.name)


def _row(naming: Naming, name: EntryName, edition: Edition) -> InstitutionName:
    return InstitutionName(
        institution_id=naming.institution.pk,
        kind=name.kind,
        language=name.language,
        name=name.name,
        sort_key=sort_key(name.name),
        source_id=edition.source.pk,
        **period_columns(f"by {edition.dated}" if naming.is_revised else "", ""),
    )
