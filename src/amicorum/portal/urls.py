# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The addresses of the public site; the same words in every language."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from amicorum.portal.views import about, exports, feeds, institutions, networks, partners, programmes
from amicorum.portal.views.home import home


class FormConverter(StringConverter):
    """The forms in which a list is exported."""

    regex = "csv|json"


register_converter(FormConverter, "form")

app_name = "portal"
urlpatterns = [
    path("", home, name="home"),
    path("networks/", networks.networks, name="networks"),
    path("networks/<slug:slug>/", networks.network, name="network"),
    path("programmes/", programmes.programmes, name="programmes"),
    path("programmes/<slug:slug>/", programmes.programme, name="programme"),
    path("partners/", partners.partners, name="partners"),
    path("partners/suggest", partners.suggest, name="partners-suggest"),
    path("partners.geojson", partners.points, name="partners-map"),
    path("partners/<slug:slug>/", partners.partner, name="partner"),
    path("institutions/<slug:slug>/", institutions.institution, name="institution"),
    path("countries/<slug:code>/", institutions.country, name="country"),
    path("sources/", about.sources, name="sources"),
    path("cookies/", about.cookies, name="cookies"),
    path("accessibility/", about.accessibility, name="accessibility"),
    path("data/", about.data, name="data"),
    path("networks.<form:form>", exports.networks, name="networks-export"),
    path("networks/<slug:slug>/members.<form:form>", exports.members, name="members-export"),
    path("programmes.<form:form>", exports.programmes, name="programmes-export"),
    path(
        "programmes/<slug:slug>/partners.<form:form>",
        exports.programme_partners,
        name="programme-partners-export",
    ),
    path("partners.<form:form>", exports.partners, name="partners-export"),
    path("sources.<form:form>", exports.sources, name="sources-export"),
    path("changes.atom", feeds.feed, name="feed"),
]
