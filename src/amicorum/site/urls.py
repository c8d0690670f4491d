# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The addresses of the house."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from amicorum.site import views

urlpatterns = [
    path("", views.choose_language, name="choose-language"),
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    path("robots.txt", views.robots, name="robots"),
    path(".well-known/security.txt", views.security_txt, name="security-txt"),
    *i18n_patterns(path("", include("amicorum.portal.urls"))),
]
handler404 = "amicorum.site.views.not_found"
