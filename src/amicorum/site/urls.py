# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The addresses of the house."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from amicorum.api.v1 import api
from amicorum.site import views

urlpatterns = [
    path("", views.choose_language, name="choose-language"),
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path(".well-known/security.txt", views.security_txt, name="security-txt"),
    path("api/v1/", api.urls),
    *i18n_patterns(path("", include("amicorum.portal.urls"))),
]
handler400 = "amicorum.site.views.bad_request"
handler404 = "amicorum.site.views.not_found"
handler500 = "amicorum.site.views.failed"
