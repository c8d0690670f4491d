# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Verb: closing what a complete list of a register no longer names; nothing is deleted."""

from collections.abc import Collection, Sequence
from datetime import datetime

from amicorum.institutions.actions.name_changes import names_changed
from amicorum.institutions.actions.namings import sources_of
from amicorum.institutions.actions.registers import entry_about
from amicorum.institutions.entries import Edition
from amicorum.institutions.models import Identifier, Institution, InstitutionName, RegisterRecord
from amicorum.journal.actions import action, record
from amicorum.journal.models import Entry

MOST_GONE = 0.2
"""Share of a register that may be missing from a list before it is taken to be cut short."""


class UnableToClose(ValueError):
    """A list lacks too many of the held keys to be believed; the message says how many."""


@action("register.close")
def close(
    edition: Edition, listed: Collection[str], *, by: str, at: datetime, is_complete: bool = False
) -> list[tuple[str, str]]:
    """Say of each held key that a complete list no longer names that it is gone since then.

    Its own id in the register and its legal names end by the date of the list; nothing is deleted,
    and codes that name the organisation and not its entry (PIC, OID) stay, so that an entry which
    returns under a new id finds it. Returns keys and labels. Raises `UnableToClose` when more than a
    fifth of the register is missing, unless the list `is_complete` for certain.
    """
    live = RegisterRecord.objects.filter(register=edition.register.name, gone_since=None)
    held = list(live.select_related("institution"))
    named = set(listed)
    gone = [row for row in held if row.key not in named]
    if len(gone) > MOST_GONE * len(held) and not is_complete:
        raise UnableToClose(
            f"{len(gone):,} of the {len(held):,} entries that are held are missing from this list, more than "
            "a fifth: none of them is taken to be gone. If the list is whole, say --complete."
        )
    if gone:
        _let_go(gone, edition)
        record("register.close", edition.source, by=by, at=at, after={"gone": len(gone)})
        before, after = {"gone_since": None}, {"gone_since": str(edition.dated)}
        Entry.objects.bulk_create(
            entry_about(row.institution_id, "register.close", by, at, before, after) for row in gone
        )
    return [(row.key, row.label) for row in gone]


def _let_go(gone: Sequence[RegisterRecord], edition: Edition) -> None:
    ended = {"end": f"by {edition.dated}", "counts_until": edition.dated}
    institutions = [row.institution_id for row in gone]
    own = [row.institution_id for row in gone if row.institution.key.startswith(f"{edition.register.name}:")]
    RegisterRecord.objects.filter(pk__in=[row.pk for row in gone]).update(gone_since=edition.dated)
    Identifier.objects.filter(
        scheme=edition.register.key_scheme, value__in=[row.key for row in gone], counts_until=None
    ).update(**ended)
    InstitutionName.objects.filter(
        institution__in=institutions,
        kind=InstitutionName.Kind.LEGAL,
        source__in=sources_of(edition.register.name),
        counts_until=None,
    ).update(**ended)
    Institution.objects.filter(pk__in=own).update(status=Institution.Status.WITHDRAWN)
    names_changed(institutions)
