# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Joint programmes: those of the home by consortium, and one programme with its partners."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from amicorum.portal import kinship, linked_data, maps, programme_sentences, words
from amicorum.portal.pages import page, show
from amicorum.portal.programme_pages import account_of, overview_of
from amicorum.portal.visit import Visit
from amicorum.programmes.models import Programme
from amicorum.vocabulary.isced_f import field
from amicorum.vocabulary.levels import eqf_level


@page
def programmes(request: HttpRequest, visit: Visit) -> HttpResponse:
    """`/en/programmes/`: the joint programmes of the home, current and former."""
    overview = overview_of(visit)
    return show(
        request,
        visit,
        "programmes.html",
        overview=overview,
        sentence=programme_sentences.overview(visit, overview),
        former_sentence=programme_sentences.former_parts(overview),
        linked_data=linked_data.breadcrumbs(request, _way(visit)),
    )


@page
def programme(request: HttpRequest, visit: Visit, slug: str) -> HttpResponse:
    """`/en/programmes/<id>/`: one programme, its consortium and its funding, each with its own time."""
    account = account_of(visit, slug)
    if account is None:
        raise Http404
    one = account.programme
    name = one.said("name", *visit.languages)
    return show(
        request,
        visit,
        "programme.html",
        account=account,
        programme=one,
        description=one.said("description", *visit.languages),
        degree=one.said("degree", *visit.languages),
        tracks=one.said("tracks", *visit.languages),
        is_to_come=one.counts_from is not None and one.counts_from > visit.day,
        field=field(one.isced_f).name(visit.language) if one.isced_f else "",
        level=eqf_level(one.eqf_level).name(visit.language) if one.eqf_level else "",
        languages_taught=_languages(one),
        partners_sentence=programme_sentences.partners(account.partners),
        partners_notes=programme_sentences.notes(account.partners),
        is_former_part=programme_sentences.is_former(account, visit),
        tied=kinship.tied(
            visit, [part.institution_id for part in (*account.partners.present, *account.partners.former)]
        ),
        map=maps.of_institutions(visit, (part.institution for part in account.partners.present)),
        linked_data=linked_data.programme(request, visit, one, account.partners.present),
        breadcrumbs=linked_data.breadcrumbs(
            request, [*_way(visit), (str(name), visit.address("programme", slug))]
        ),
    )


def _way(visit: Visit) -> list[tuple[str, str]]:
    return [
        (_("International collaboration"), visit.address("home")),
        (_("Programmes"), visit.address("programmes")),
    ]


def _languages(one: Programme) -> str:
    names = [words.language_name(code) for code in one.languages.split()]
    return ", ".join(names)
