# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Verb: telling every search index that names changed."""

from collections.abc import Iterable

from django.db import transaction

from amicorum.institutions.models import NameChange
from amicorum.journal.actions import raise_public_version
from amicorum.journal.models import SHARED, PublicVersion


def names_changed(institution_ids: Iterable[int]) -> None:
    """Say that what the search reads of these institutions changes with the present transaction.

    That is: names, identifiers, relations, and the institution's own name, city and status; also
    its deletion. To be called once for each batch, beside the writing; without institutions
    nothing happens. Raises `TransactionManagementError` outside a transaction, because a mark that
    is committed apart from its names could be seen before them.
    """
    ids = sorted(set(institution_ids))
    if not ids:
        return
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("names and their mark are written in one transaction")
    raise_public_version(SHARED)
    version = PublicVersion.objects.values_list("number", flat=True).get(scope=SHARED)
    NameChange.objects.create(version=version, institution_ids=ids)
