# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Verb: taking in a register, batch by batch."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from amicorum.institutions.actions.claims import Bearers, Claim, Settled, doubt_all, settle_claims
from amicorum.institutions.actions.name_changes import names_changed
from amicorum.institutions.actions.namings import Named, Naming, settle_names, sources_of
from amicorum.institutions.actions.placing import Placing, columns, place
from amicorum.institutions.entries import Code, Edition, Register, RegisterEntry, Taken
from amicorum.institutions.models import Identifier, Institution, RegisterRecord
from amicorum.journal.actions import action, record
from amicorum.journal.models import Entry
from amicorum.sources.models import Certainty, Source


@dataclass
class _Batch:
    """The entries of one transaction that say something new, and what is held of them.

    `known` are those whose institution the journal speaks of: revised ones, and new ones that took up
    an institution of this register again under another key.
    """

    edition: Edition
    held: dict[str, RegisterRecord]
    fresh: list[RegisterEntry] = field(default_factory=list)
    revised: list[RegisterEntry] = field(default_factory=list)
    homes: dict[str, Institution] = field(default_factory=dict)
    known: list[RegisterEntry] = field(default_factory=list)

    @property
    def entries(self) -> list[RegisterEntry]:
        return self.fresh + self.revised

    def owns(self, entry: RegisterEntry) -> bool:
        """Whether the register that speaks is the one that made the institution."""
        return self.homes[entry.key].key.startswith(f"{self.edition.register.name}:")


def latest_edition(register: Register) -> date | None:
    """The day of the newest edition that was taken in, as the journal has it."""
    editions = Entry.objects.filter(
        verb="register.take_in",
        subject_kind=Source._meta.label_lower,
        subject_id__in=[str(pk) for pk in sources_of(register.name)],
    )
    days = (date.fromisoformat(entry.after["dated"]) for entry in editions if entry.after)
    return max(days, default=None)


@action("register.take_in")
def take_in(edition: Edition, entries: Sequence[RegisterEntry], *, by: str, at: datetime) -> Taken:
    """Take in one batch of a register: all of it, or nothing when it fails.

    Only the register that made an institution writes its fields; others add names and codes. Taking
    the same batch in again changes nothing. The number of queries does not grow with the entries.
    The journal gets one entry for the batch, and one for each known institution of which something
    that is held here changed.
    """
    batch, taken = _sorted_out(edition, entries)
    if not batch.entries:
        return taken
    bearers = Bearers.of(code for entry in batch.entries for code in entry.codes)
    ended = _end_lost_codes(batch, bearers)
    placing = place(batch.fresh, edition.register, bearers)
    _settle_in(batch, placing)
    changes = _write_owned(batch)
    named = _name(batch, placing)
    settled = _identify(batch, bearers)
    _write_records(batch)
    names_changed(home.pk for home in batch.homes.values())
    taken.doubtful_pairs = len(doubt_all(placing.doubts + settled.doubts, by=by, at=at))
    taken.withheld = [str(pair) for pair in settled.doubts]
    after = {"dated": str(edition.dated), **taken.counts}
    record("register.take_in", edition.source, by=by, at=at, after=after)
    _journal(batch, [changes, _labels(batch), _names(named), _codes(settled, ended)], by, at)
    return taken


def entry_about(
    pk: int, verb: str, by: str, at: datetime, before: dict[str, Any], after: dict[str, Any]
) -> Entry:
    """An entry of the journal about one institution, for writing many at once."""
    kind = Institution._meta.label_lower
    return Entry(verb=verb, subject_kind=kind, subject_id=str(pk), by=by, at=at, before=before, after=after)


def _sorted_out(edition: Edition, entries: Sequence[RegisterEntry]) -> tuple[_Batch, Taken]:
    records = RegisterRecord.objects.filter(
        register=edition.register.name, key__in=[entry.key for entry in entries]
    )
    held = {record.key: record for record in records.select_related("institution")}
    batch, taken = _Batch(edition, held), Taken()
    for entry in entries:
        before = held.get(entry.key)
        if before is None:
            batch.fresh.append(entry)
        elif before.gone_since is not None:
            taken.returned += 1
            batch.revised.append(entry)
        elif before.fingerprint != entry.fingerprint:
            taken.changed += 1
            batch.revised.append(entry)
            if before.label != entry.label:
                taken.renamed.append((entry.key, before.label, entry.label))
        else:
            taken.unchanged += 1
    taken.new = len(batch.fresh)
    batch.homes = {entry.key: held[entry.key].institution for entry in batch.revised}
    return batch, taken


def _end_lost_codes(batch: _Batch, bearers: Bearers) -> list[Identifier]:
    """End the codes that the register gave before and no longer gives, so that others can bear them."""
    if not batch.revised:
        return []
    said = {batch.homes[entry.key].pk: {*entry.codes, *entry.doubted} for entry in batch.revised}
    rows = Identifier.objects.filter(
        institution__in=list(said), source__in=sources_of(batch.edition.register.name), counts_until=None
    )
    lost = [row for row in rows if Code(row.scheme, row.value) not in said[row.institution_id]]
    for row in lost:
        row.end, row.counts_until = f"by {batch.edition.dated}", batch.edition.dated
        bearer = bearers.confirmed.get(Code(row.scheme, row.value))
        if bearer is not None and bearer.pk == row.institution_id:
            del bearers.confirmed[Code(row.scheme, row.value)]
    Identifier.objects.bulk_update(lost, ["end", "counts_until"])
    return lost


def _settle_in(batch: _Batch, placing: Placing) -> None:
    batch.homes |= placing.homes
    made = {institution.pk for institution in placing.made}
    moved = [entry for entry in batch.fresh if batch.owns(entry) and batch.homes[entry.key].pk not in made]
    batch.known = batch.revised + moved


Changes = dict[int, tuple[dict[str, Any], dict[str, Any]]]
"""What stood before and after, by the primary key of the institution."""


def _write_owned(batch: _Batch) -> Changes:
    """Bring the fields of known institutions up to date where this register made them."""
    changes: Changes = {}
    rows = []
    for entry in filter(batch.owns, batch.known):
        home, after = batch.homes[entry.key], columns(entry)
        before = {name: getattr(home, name) for name in after}
        if before != after:
            new = {name: after[name] for name in after if before[name] != after[name] and name != "sort_key"}
            changes[home.pk] = ({name: before[name] for name in new}, new)
            rows.append(Institution(key=home.key, slug=home.slug, **after))
    if rows:
        # One INSERT .. ON CONFLICT sets what bulk_update would need a CASE for in every field and row.
        Institution.objects.bulk_create(
            rows, update_conflicts=True, unique_fields=["key"], update_fields=list(columns(batch.known[0]))
        )
    return changes


def _name(batch: _Batch, placing: Placing) -> Named:
    new = {institution.pk for institution in placing.made}
    namings = [Naming(batch.homes[entry.key], entry.names, is_revised=False) for entry in batch.fresh]
    namings += [Naming(batch.homes[entry.key], entry.names, is_revised=True) for entry in batch.revised]
    known = {naming.institution.pk for naming in namings} - new
    return settle_names(namings, batch.edition, known)


def _identify(batch: _Batch, bearers: Bearers) -> Settled:
    claims = []
    for entries, start in ((batch.fresh, ""), (batch.revised, f"by {batch.edition.dated}")):
        for entry in entries:
            home = batch.homes[entry.key]
            claims += [Claim(home, code, start=start) for code in entry.codes]
            claims += [Claim(home, code, Certainty.PROBABLE, start=start) for code in entry.doubted]
    return settle_claims(claims, bearers, batch.edition.source)


def _write_records(batch: _Batch) -> None:
    rows = [
        RegisterRecord(
            register=batch.edition.register.name,
            key=entry.key,
            label=entry.label,
            fingerprint=entry.fingerprint,
            institution=batch.homes[entry.key],
        )
        for entry in batch.entries
    ]
    RegisterRecord.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["register", "key"],
        update_fields=["label", "fingerprint", "gone_since"],
    )


def _labels(batch: _Batch) -> Changes:
    return {
        batch.homes[entry.key].pk: ({"label": before.label}, {"label": entry.label})
        for entry in batch.revised
        if (before := batch.held[entry.key]).label != entry.label
    }


def _names(named: Named) -> Changes:
    return {
        pk: ({"names": named.ended.get(pk, [])}, {"names": named.begun.get(pk, [])})
        for pk in {*named.begun, *named.ended}
    }


def _codes(settled: Settled, ended: Sequence[Identifier]) -> Changes:
    changes: Changes = {}
    for place_of, rows in ((0, ended), (1, settled.made + settled.changed)):
        for row in rows:
            both = changes.setdefault(row.institution_id, ({}, {}))
            both[place_of].setdefault("codes", []).append(str(row))
    return changes


def _journal(batch: _Batch, parts: Sequence[Changes], by: str, at: datetime) -> None:
    """One entry for each institution that was known before and of which something changed."""
    entries = []
    for pk in {batch.homes[entry.key].pk: None for entry in batch.known}:
        before: dict[str, Any] = {}
        after: dict[str, Any] = {}
        for part in parts:
            was, became = part.get(pk, ({}, {}))
            before |= was
            after |= became
        if before or after:
            entries.append(entry_about(pk, "register.take_in", by, at, before, after))
    Entry.objects.bulk_create(entries)
