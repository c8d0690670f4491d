# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Verbs: adding an institution, naming it, identifying it, doubting that two are different."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from amicorum.institutions.actions.name_changes import names_changed
from amicorum.institutions.models import DoubtfulPair, Identifier, Institution, InstitutionName, OUnit
from amicorum.institutions.slugs import free_slug
from amicorum.journal.actions import Outcome, action, settle
from amicorum.multilingual.fields import sort_key
from amicorum.sources.models import Certainty, Source, period_columns
from amicorum.vocabulary.codes import SCHEMES


class UnableToIdentify(ValueError):
    """The identifier cannot be given to this institution; the message says why."""


@action("institution.add")
def add_institution(
    *, key: str, name: str, language: str, values: Mapping[str, Any], by: str, at: datetime
) -> tuple[Institution, Outcome]:
    """Add an institution that no register has given, under a key of its own."""
    held = Institution.objects.filter(key=key).first()
    slug = held.slug if held else free_slug(name, str(values.get("city", "")), key)
    columns = {
        **values,
        "slug": slug,
        "display_name": name,
        "display_language": language,
        "sort_key": sort_key(name),
    }
    institution, outcome = settle(
        Institution, identity={"key": key}, values=columns, verb="institution.add", by=by, at=at
    )
    if outcome is not Outcome.UNCHANGED:
        names_changed([institution.pk])
    return institution, outcome


@action("institution.name")
def name_institution(
    *,
    institution: Institution,
    kind: str,
    language: str,
    name: str,
    source: Source,
    by: str,
    at: datetime,
    certainty: str = Certainty.CONFIRMED,
    note: str = "",
) -> tuple[InstitutionName, Outcome]:
    """Give an institution one more name, with its source."""
    identity = {
        "institution": institution,
        "kind": kind,
        "language": language,
        "name": name,
        "source": source,
    }
    values = {"certainty": certainty, "note": note, "sort_key": sort_key(name)}
    given, outcome = settle(
        InstitutionName, identity=identity, values=values, verb="institution.name", by=by, at=at
    )
    if outcome is not Outcome.UNCHANGED:
        names_changed([institution.pk])
    return given, outcome


@action("institution.identify")
def identify(
    *,
    institution: Institution,
    scheme: str,
    value: str,
    source: Source,
    by: str,
    at: datetime,
    certainty: str = Certainty.CONFIRMED,
    start: str = "",
    end: str = "",
) -> tuple[Identifier, Outcome]:
    """Give an institution an identifier in a scheme.

    Raises `UnableToIdentify` when another institution bears it, `vocabulary.errors.NotInVocabulary`
    when it is none of that scheme.
    """
    canonical = SCHEMES[scheme](value)
    others = Institution.objects.known_as(scheme, canonical).exclude(pk=institution.pk)
    if certainty == Certainty.CONFIRMED and not end and others.exists():
        raise UnableToIdentify(f"{scheme} {canonical} already names {others[0]}")
    identity = {"institution": institution, "scheme": scheme, "value": canonical, "source": source}
    values = {"certainty": certainty, **period_columns(start, end)}
    identifier, outcome = settle(
        Identifier, identity=identity, values=values, verb="institution.identify", by=by, at=at
    )
    if outcome is not Outcome.UNCHANGED:
        names_changed([institution.pk])
    return identifier, outcome


@action("institution.doubt")
def doubt(
    *,
    institution: Institution,
    other: Institution,
    reason: str,
    by: str,
    at: datetime,
    score: float | None = None,
    verdict: str = DoubtfulPair.Verdict.OPEN,
) -> tuple[DoubtfulPair, Outcome]:
    """Put two records on the review list as perhaps one institution."""
    first, second = sorted((institution, other), key=lambda one: one.pk)
    held = DoubtfulPair.objects.filter(institution=first, other=second).first()
    if held:
        return held, Outcome.UNCHANGED
    return settle(
        DoubtfulPair,
        identity={"institution": first, "other": second},
        values={"reason": reason, "score": score, "verdict": verdict},
        verb="institution.doubt",
        by=by,
        at=at,
    )


@action("unit.enter")
def enter_unit(
    *,
    institution: Institution,
    code: str,
    kind: str,
    names: Mapping[str, str],
    by: str,
    at: datetime,
    parent: OUnit | None = None,
) -> tuple[OUnit, Outcome]:
    """Enter a faculty, institute or office; `names` maps a language to the name."""
    return settle(
        OUnit,
        identity={"institution": institution, "code": code},
        values={"kind": kind, "parent": parent},
        texts={"name": names},
        verb="unit.enter",
        by=by,
        at=at,
    )
