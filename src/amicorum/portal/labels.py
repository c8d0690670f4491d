# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The names of many institutions at once, read in the query that reads the institutions."""

from django.db.models import OuterRef, Subquery

from amicorum.institutions.models import InstitutionName


def label_in(language: str, institution: str = "pk") -> Subquery:
    """The name of an institution in a language, as `Institution.named` chooses it; NULL where it has none.

    `institution` is the path to the institution in the query that this stands in.
    """
    labels = InstitutionName.objects.filter(
        institution=OuterRef(institution),
        language=language,
        kind=InstitutionName.Kind.LABEL,
        counts_until=None,
    )
    return Subquery(labels.order_by("pk").values("name")[:1])
