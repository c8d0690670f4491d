# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Joint programmes: those of the home by consortium, and one programme with its partners."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amicorum.portal import kinship, linked_data, maps, words
from amicorum.portal.pages import page, show
from amicorum.portal.programme_pages import Account, Overview, Partners, account_of, overview_of
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
        sentence=_sentence(visit, overview),
        former_sentence=_former_sentence(overview),
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
        partners_sentence=partners_sentence(account.partners),
        partners_notes=partners_notes(account.partners),
        is_former_part=is_former(account, visit),
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


def is_former(account: Account, visit: Visit) -> bool:
    """Whether the home had a part in the programme and has none on the day of the visit."""
    return bool(account.own_parts) and all(part.is_over(visit.day) for part in account.own_parts)


def _sentence(visit: Visit, overview: Overview) -> SafeString:
    """In how many programmes of how many consortia the home takes part, counted from its records."""
    name = visit.home.institution.named(visit.language)
    if not overview.current:
        return format_html(_("{name} takes part in no joint programme."), name=name)
    consortia = ngettext("%(count)s consortium", "%(count)s consortia", overview.current_consortia)
    return format_html(
        _("{name} takes part in {programmes} of {consortia}."),
        name=name,
        programmes=words.joint_programmes(overview.current),
        consortia=consortia % {"count": words.number(overview.current_consortia)},
    )


def _former_sentence(overview: Overview) -> str:
    if not overview.former:
        return ""
    sentence = ngettext(
        "Its part in %(count)s joint programme has ended.",
        "Its part in %(count)s joint programmes has ended.",
        overview.former,
    )
    return sentence % {"count": words.number(overview.former)}


def partners_sentence(partners: Partners) -> str:
    """How many partners in how many countries there are on the day."""
    count = len(partners.present)
    if not count:
        return _("No partners on this day")
    counted = ngettext("%(count)s partner", "%(count)s partners", count) % {"count": words.number(count)}
    sentence = _("%(partners)s in %(countries)s") % {
        "partners": counted,
        "countries": words.countries(partners.countries),
    }
    return capital(sentence)


def partners_notes(partners: Partners) -> list[str]:
    """What the total of the partners holds that is not certain, and what it leaves out."""
    notes = []
    if partners.start_unknown:
        unknown = ngettext(
            "Of %(count)s of them it is not known since when.",
            "Of %(count)s of them it is not known since when.",
            partners.start_unknown,
        )
        notes.append(unknown % {"count": words.number(partners.start_unknown)})
    if partners.waiting:
        waiting = ngettext(
            "One more waits for verification and is not shown.",
            "%(count)s more wait for verification and are not shown.",
            partners.waiting,
        )
        notes.append(capital(waiting % {"count": words.number(partners.waiting)}))
    return notes


def capital(sentence: str) -> str:
    """The sentence with a capital at its beginning."""
    return sentence[:1].upper() + sentence[1:]


def _languages(one: Programme) -> str:
    names = [words.language_name(code) for code in one.languages.split()]
    return ", ".join(names)
