# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Verb: relating institutions as a register does, once both ends are known."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from amicorum.institutions.actions.name_changes import names_changed
from amicorum.institutions.entries import Edition
from amicorum.institutions.models import RegisterRecord, Relation
from amicorum.journal.actions import action, record

Relations = Mapping[str, Sequence[tuple[str, str]]]
"""Key of an entry -> kind and key of each other entry."""

_Row = tuple[int, int, str]


@action("register.relate")
def relate(edition: Edition, relations: Relations, *, by: str, at: datetime) -> int:
    """Make the institutions of these entries have just these relations; returns how many changed.

    A relation to a key that the register has not given is left out. To be called after the last
    batch, with every entry that has been taken in.
    """
    homes = dict(
        RegisterRecord.objects.filter(register=edition.register.name).values_list("key", "institution_id")
    )
    wanted = {
        (homes[key], homes[other], kind)
        for key, related in relations.items()
        for kind, other in related
        if key in homes and other in homes and homes[key] != homes[other]
    }
    speaking = {homes[key] for key in relations if key in homes}
    held = {
        (one, other, kind): pk
        for pk, one, other, kind in Relation.objects.values_list("pk", "institution_id", "other_id", "kind")
        if one in speaking
    }
    return _settle(edition, wanted, held, by, at)


def _settle(edition: Edition, wanted: set[_Row], held: Mapping[_Row, int], by: str, at: datetime) -> int:
    begun, ended = wanted - held.keys(), held.keys() - wanted
    if not begun and not ended:
        return 0
    Relation.objects.filter(pk__in=[held[row] for row in ended]).delete()
    Relation.objects.bulk_create(
        Relation(institution_id=one, other_id=other, kind=kind) for one, other, kind in sorted(begun)
    )
    names_changed({one for one, _, _ in begun | ended})
    record("register.relate", edition.source, by=by, at=at, after={"begun": len(begun), "ended": len(ended)})
    return len(begun) + len(ended)
