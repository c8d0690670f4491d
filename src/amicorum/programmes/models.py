# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Nouns: programme, consortium, partner, funding action and funding period, each dated by itself."""

from datetime import date
from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from amicorum.institutions.models import Institution
from amicorum.multilingual.models import BearsTexts, Text
from amicorum.sources.models import (
    PUBLIC,
    DatedFact,
    FactQuerySet,
    ManySourced,
    Source,
    SourcedFact,
    Statement,
)


class FundingAction(BearsTexts):
    """An action that funds joint programmes, as Erasmus Mundus."""

    slug = models.SlugField(max_length=60, unique=True)
    abbreviation = models.CharField(max_length=30, blank=True)
    website = models.CharField(max_length=300, blank=True)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return self.slug


class FundingActionText(Text):
    """The name or description of a funding action in one language."""

    owner = models.ForeignKey(FundingAction, on_delete=models.CASCADE, related_name="texts")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("owner", "field", "language"), name="funding_action_text_once"),
        )

    def __str__(self) -> str:
        return self.text


class FundingStatement(BearsTexts, Statement):
    """What a source states of a funding action."""

    funding_action = models.ForeignKey(FundingAction, on_delete=models.CASCADE, related_name="statements")

    objects = FactQuerySet.as_manager()

    class Meta(Statement.Meta):
        pass

    def __str__(self) -> str:
        return self.key


class FundingStatementText(Text):
    """A statement on a funding action in one language."""

    owner = models.ForeignKey(FundingStatement, on_delete=models.CASCADE, related_name="texts")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("owner", "field", "language"), name="funding_statement_text_once"
            ),
        )

    def __str__(self) -> str:
        return self.text


class Consortium(ManySourced, DatedFact):
    """Universities that together offer one or more programmes."""

    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=200)
    website = models.CharField(max_length=300, blank=True)

    objects = FactQuerySet.as_manager()

    class Meta(DatedFact.Meta):
        verbose_name_plural = "consortia"

    def __str__(self) -> str:
        return self.name


class ProgrammeQuerySet(FactQuerySet):
    """Sentences about programmes, besides those of every fact."""

    def with_texts(self) -> Self:
        return self.select_related("consortium", "source").prefetch_related("texts")

    def with_consortium(self) -> Self:
        return self.select_related("consortium__source").prefetch_related("consortium__also_sources")


class Programme(BearsTexts, SourcedFact, DatedFact):
    """A joint programme; its period is the life of the programme, from its first edition."""

    slug = models.SlugField(max_length=60, unique=True)
    acronym = models.CharField(max_length=40, blank=True)
    consortium = models.ForeignKey(Consortium, on_delete=models.PROTECT, related_name="programmes")
    eqf_level = models.PositiveSmallIntegerField(null=True, blank=True)
    ects = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="ECTS credits of the whole programme"
    )
    duration_months = models.PositiveSmallIntegerField(null=True, blank=True)
    languages = models.CharField(max_length=60, blank=True, help_text="codes divided by spaces")
    isced_f = models.CharField(max_length=4, blank=True)
    website = models.CharField(max_length=300, blank=True)

    objects = ProgrammeQuerySet.as_manager()

    class Meta(DatedFact.Meta):
        pass

    def __str__(self) -> str:
        return self.acronym or self.slug

    @property
    def first_edition_on(self) -> date | None:
        """The first day of the first edition; unknown starts of partners count from here."""
        return self.counts_from


class ProgrammeText(Text):
    """Name, description, tracks or degree of a programme in one language."""

    owner = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="texts")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("owner", "field", "language"), name="programme_text_once"),
        )

    def __str__(self) -> str:
        return self.text


class PartnerQuerySet(FactQuerySet):
    """Sentences about partners in programmes, besides those of every fact."""

    def of_institution(self, institution: Institution) -> Self:
        return self.filter(institution=institution)

    def in_public_programmes(self) -> Self:
        """Those whose programme may be shown; whether they themselves may, `public` says."""
        return self.filter(programme__certainty__in=PUBLIC)

    def of_programme(self, programme: Programme) -> Self:
        return self.filter(programme=programme)

    def with_institution(self) -> Self:
        return self.select_related("institution", "source").prefetch_related(
            "institution__names", "institution__identifiers", "also_sources"
        )

    def with_programme_named(self) -> Self:
        """Each with its main source and what names its programme."""
        return self.select_related("programme", "source").prefetch_related("programme__texts")

    def with_programme(self) -> Self:
        return self.select_related("programme__consortium__source", "source").prefetch_related(
            "programme__texts", "programme__consortium__also_sources", "also_sources"
        )

    def in_order_of_start(self) -> Self:
        return self.order_by(models.F("counts_from").asc(nulls_last=True), "programme__slug")

    def in_order(self) -> Self:
        """The coordinator first, then by name."""
        return self.alias(
            rank=models.Case(
                models.When(role=Partner.Role.COORDINATOR, then=0),
                models.When(role=Partner.Role.PARTNER, then=1),
                default=2,
            )
        ).order_by("rank", "institution__sort_key", "pk")


class Partner(ManySourced, DatedFact):
    """The part of an institution in a programme, for the time that it lasted."""

    class Role(models.TextChoices):
        COORDINATOR = "coordinator", _("coordinator")
        PARTNER = "partner", _("partner")
        OUTSIDE_EUROPE = "partner-outside-europe", _("partner outside Europe")

    key = models.CharField(max_length=140, unique=True)
    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="partners")
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="programme_parts")
    role = models.CharField(max_length=30, choices=Role)

    objects = PartnerQuerySet.as_manager()

    class Meta(DatedFact.Meta):
        pass

    def __str__(self) -> str:
        return self.key


class FundingPeriodQuerySet(FactQuerySet):
    """Sentences about periods of funding, besides those of every fact."""

    def with_action(self) -> Self:
        return self.select_related("funding_action", "source").prefetch_related("funding_action__texts")

    def in_order_of_start(self) -> Self:
        return self.order_by(models.F("counts_from").asc(nulls_last=True), "pk")


class FundingPeriod(SourcedFact, DatedFact):
    """A time in which an action funded a programme; its end ends nothing else."""

    key = models.CharField(max_length=140, unique=True)
    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="funding_periods")
    funding_action = models.ForeignKey(FundingAction, on_delete=models.PROTECT, related_name="periods")

    objects = FundingPeriodQuerySet.as_manager()

    class Meta(DatedFact.Meta):
        pass

    def __str__(self) -> str:
        return self.key
