# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which pages are measured, and which are walked."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from amicorum.agreements.actions import suspend
from amicorum.agreements.models import Agreement
from amicorum.institutions.models import Home, Institution
from amicorum.networks.models import Network
from amicorum.portal.sitemap import pages_of
from amicorum.programmes.models import Programme
from amicorum.site.bench.combinations import COMBINATIONS

SEARCH = [f"/en/partners/?{query}" for query in COMBINATIONS]
HOME = ["/en/"]
NETWORK = ["/en/networks/leru/"]
LANGUAGES = ("en", "nl")
LISTS = ("networks", "programmes", "partners", "sources")


def every_address() -> list[str]:
    """Every public page in both languages, all measured searches, lists for machines, the API."""
    home = Home.objects.select_related("institution").get(is_default=True)
    pages = [path for page in pages_of(home) for path in page.values()]
    return list(dict.fromkeys([*pages, *_of_samples(home), *SEARCH, *_for_machines()]))


def _of_samples(home: Home) -> list[str]:
    """Destinations and countries of sample agreements, which no sitemap lists."""
    partners = Institution.objects.filter(agreement_parts__agreement__home=home).distinct()
    rows = list(partners.values_list("slug", "country_code"))
    paths = [f"{kind}/{slug}/" for slug, _ in rows for kind in ("partners", "institutions")]
    countries = [f"countries/{code.lower()}/" for code in sorted({code for _, code in rows})]
    return [f"/{language}/{path}" for language in LANGUAGES for path in (*paths, *countries)]


def _for_machines() -> list[str]:
    networks = Network.objects.values_list("slug", flat=True)
    programmes = Programme.objects.public().values_list("slug", flat=True)
    api = ["openapi.json", "institutions?q=leyden", *LISTS]
    api += [path for slug in networks for path in (f"networks/{slug}", f"networks/{slug}/members")]
    api += [path for slug in programmes for path in (f"programmes/{slug}", f"programmes/{slug}/partners")]
    exports = [f"{name}.{form}" for name in LISTS for form in ("csv", "json")]
    texts = [*exports, "partners.geojson", "changes.atom", "partners/suggest?q=leyd"]
    here = [f"/{language}/{path}" for language in LANGUAGES for path in texts]
    return [*here, *(f"/api/v1/{path}" for path in api), "/sitemap.xml", "/robots.txt"]


def suspend_one(number: int) -> None:
    """Suspend the agreement of this number of the default home, as an office would."""
    today = timezone.localdate()
    told: dict[str, Any] = {"by": "intake:bench", "at": timezone.now()}
    one = Agreement.objects.filter(home__is_default=True).order_by("pk")[number]
    suspend(agreement=one, since=today, reason="bench", review_on=today + timedelta(days=90), **told)
