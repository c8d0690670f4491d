# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which pages a home invites search engines to: those that stand on real records."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import override

from amicorum.agreements.models import Agreement
from amicorum.agreements.models.agreement import AgreementQuerySet
from amicorum.institutions.models import Home, Institution
from amicorum.networks.models import Network
from amicorum.portal.kinship import tied_to
from amicorum.programmes.models import Programme

WHOLE_PAGES = ("home", "networks", "programmes", "partners", "sources", "cookies", "accessibility", "data")


def pages_of(home: Home) -> Iterator[dict[str, str]]:
    """The path of each page in each language of the home, by language."""
    for name, args in _addresses(home):
        yield {language: _path(language, name, args) for language in home.language_codes}


def _path(language: str, name: str, args: tuple[str, ...]) -> str:
    with override(language):
        return reverse(f"portal:{name}", args=args)


def _addresses(home: Home) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield from ((name, ()) for name in WHOLE_PAGES)
    for slug in Network.objects.order_by("slug").values_list("slug", flat=True):
        yield "network", (slug,)
    for slug in Programme.objects.public().order_by("slug").values_list("slug", flat=True):
        yield "programme", (slug,)
    for slug in _partners(home):
        yield "partner", (slug,)
    for slug in _tied(home):
        yield "institution", (slug,)


def _partners(home: Home) -> Iterator[str]:
    """The institutions with which the home has an agreement that is no sample."""
    partners = Institution.objects.filter(agreement_parts__agreement__in=_real(home), is_fictitious=False)
    yield from partners.order_by("slug").distinct().values_list("slug", flat=True)


def _tied(home: Home) -> Iterator[str]:
    """The institutions whose ties with the home are no samples, and the home."""
    tied = tied_to(home, _real(home)).filter(is_fictitious=False)
    yield from tied.order_by("slug").values_list("slug", flat=True)


def _real(home: Home) -> AgreementQuerySet:
    real: AgreementQuerySet = Agreement.objects.public().of_home(home).filter(is_sample=False)
    return real
