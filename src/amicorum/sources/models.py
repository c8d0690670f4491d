# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Nouns: a source, and the two abstract shapes of every fact: sourced, and dated."""

from datetime import date
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from amicorum.vocabulary.errors import ImpossiblePeriod
from amicorum.vocabulary.periods import Period, parse_moment

Constraints = list[models.BaseConstraint] | tuple[models.BaseConstraint, ...]

COLLECTED = date(2026, 11, 22)
"""The day on which the demonstration data were collected (data/README.md)."""


class Certainty(models.TextChoices):
    """How far a fact can be trusted: confirmed and probable may be shown, uncertain never."""

    CONFIRMED = "confirmed", _("confirmed")
    PROBABLE = "probable", _("to be verified")
    UNCERTAIN = "uncertain", _("uncertain")


PUBLIC = (Certainty.CONFIRMED, Certainty.PROBABLE)


class Source(models.Model):
    """A page, list or register that was read, or named without having been read."""

    class Kind(models.TextChoices):
        UNIVERSITY_PAGE = "university page", _("university page")
        NETWORK_PAGE = "network page", _("network page")
        ENCYCLOPEDIA = "encyclopedia", _("encyclopedia")
        NEWSLETTER = "newsletter", _("newsletter")
        NEWS = "news item", _("news item")
        REGISTER = "register", _("register")
        REFERENCE = "reference list", _("reference list")
        BROCHURE = "brochure", _("brochure")
        PRESENTATION = "presentation", _("presentation")
        BLOG = "blog", _("blog")
        OWN = "own compilation", _("own compilation")
        GENERAL = "general knowledge", _("general knowledge")
        SAMPLE = "sample", _("sample data")

    key = models.SlugField(max_length=120, unique=True)
    title = models.CharField(max_length=300)
    kind = models.CharField(max_length=20, choices=Kind)
    publisher = models.CharField(max_length=200, blank=True)
    address = models.URLField(max_length=500, blank=True)
    published = models.CharField(max_length=40, blank=True, help_text="partial date, empty when undated")
    read = models.CharField(max_length=40, blank=True, help_text="partial date")
    was_read = models.BooleanField(default=True)
    mirror_of = models.CharField(max_length=120, blank=True, help_text="mirrors are named, not linked")
    language = models.CharField(max_length=12, blank=True)
    note = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.title

    @property
    def dated(self) -> str:
        """The date that stands beside the title: of publication, else of reading."""
        return self.published or self.read


class FactQuerySet(models.QuerySet[Any]):
    """Sentences about facts: which may be shown, which held on a day."""

    def public(self) -> Self:
        return self.filter(certainty__in=PUBLIC)

    def waiting_for_verification(self) -> Self:
        return self.filter(certainty=Certainty.UNCERTAIN)

    def on(self, day: date) -> Self:
        """Those that held on this day."""
        return self.begun_by(day).filter(Q(counts_until=None) | Q(counts_until__gt=day))

    def begun_by(self, day: date) -> Self:
        return self.filter(Q(counts_from=None) | Q(counts_from__lte=day))

    def with_sources(self) -> Self:
        return self.select_related("source")


class SourcedFact(models.Model):
    """A fact with its source and how certain it is."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="+")
    certainty = models.CharField(max_length=10, choices=Certainty, default=Certainty.CONFIRMED)
    evidence = models.TextField(blank=True)
    note = models.TextField(blank=True)

    class Meta:
        abstract = True
        constraints: ClassVar[Constraints] = (
            models.CheckConstraint(
                condition=Q(certainty__in=Certainty.values), name="%(app_label)s_%(class)s_certainty_is_known"
            ),
        )

    @property
    def main_sources(self) -> list[Source]:
        """Its main source alone, for pages that lead to where all of them are named."""
        return [self.source]

    @property
    def sources(self) -> list[Source]:
        """All its sources, the main one first."""
        return [self.source]

    @property
    def is_to_be_verified(self) -> bool:
        return self.certainty == Certainty.PROBABLE


class ManySourced(SourcedFact):
    """A fact that several sources confirm; all of them are kept."""

    also_sources = models.ManyToManyField(Source, related_name="+", blank=True)

    class Meta(SourcedFact.Meta):
        abstract = True

    @property
    def sources(self) -> list[Source]:
        """All its sources, the main one first; reads the prefetched ones."""
        return [self.source, *self.also_sources.all()]


class DatedFact(models.Model):
    """A fact that held for a time, as it is written and as it counts.

    `start` and `end` keep what the source says (`2002`, `by 2009`, empty for an unknown start or
    an open end); `counts_from` and `counts_until` (exclusive) are the days that follow from it.
    """

    start = models.CharField(max_length=60, blank=True)
    end = models.CharField(max_length=60, blank=True)
    counts_from = models.DateField(null=True, blank=True)
    counts_until = models.DateField(null=True, blank=True)

    class Meta(SourcedFact.Meta):
        """Every dated fact of the house is a sourced one too, and has the constraints of both."""

        abstract = True
        constraints: ClassVar[Constraints] = (
            *SourcedFact.Meta.constraints,
            models.CheckConstraint(
                condition=Q(counts_from=None)
                | Q(counts_until=None)
                | Q(counts_from__lt=models.F("counts_until")),
                name="%(app_label)s_%(class)s_ends_after_it_starts",
            ),
        )

    @property
    def period(self) -> Period:
        return Period(parse_moment(self.start), parse_moment(self.end))

    def covers(self, day: date) -> bool:
        """The same as `on(day)`, for a record already read."""
        return (self.counts_from is None or self.counts_from <= day) and not self.is_over(day)

    def is_over(self, day: date) -> bool:
        return self.counts_until is not None and self.counts_until <= day

    @property
    def start_is_known(self) -> bool:
        return self.period.start_is_known

    @property
    def end_is_known(self) -> bool:
        return self.period.end_is_known


def period_columns(start: str, end: str, *, founded: date | None = None) -> dict[str, Any]:
    """The four columns of a period as written; an unknown start counts from `founded`.

    Raises `vocabulary.errors.NotAMoment` or `ImpossiblePeriod`.
    """
    period = Period.parse(start, end)
    first, last = period.counts_from(founded), period.counts_until
    if first and last and first >= last:
        raise ImpossiblePeriod(f"{first} to {last}", "an end after the start")
    return {
        "start": period.start.written,
        "end": period.end.written,
        "counts_from": first,
        "counts_until": last,
    }


class Statement(SourcedFact, DatedFact):
    """Something that a source states about its subject, kept beside what others state."""

    key = models.CharField(max_length=120, unique=True)
    kind = models.CharField(max_length=40)
    about = models.CharField(max_length=40, blank=True)
    value = models.CharField(max_length=60, blank=True, help_text="a stated figure or year")
    as_of = models.CharField(max_length=40, blank=True, help_text="partial date of which the figure speaks")

    class Meta(DatedFact.Meta):
        abstract = True
