# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Django's settings; all that differs between places comes through `environment`."""

import os
import secrets
from pathlib import Path
from typing import Any

import dj_database_url
from csp.constants import NONE, SELF

from amicorum.site.environment import is_on, read

PACKAGE = Path(__file__).resolve().parent.parent
CHECKOUT = PACKAGE.parent.parent
STATE = Path(read("AMICORUM_STATE"))
STATE.mkdir(parents=True, exist_ok=True)


def _secret_key() -> str:
    """The secret that is configured, else one that is made once and kept where only we can read it."""
    if configured := read("AMICORUM_SECRET_KEY"):
        return configured
    kept = STATE / "secret_key"
    if not kept.exists() or not kept.read_text():
        aside = STATE / f"secret_key.{os.getpid()}"
        aside.touch(mode=0o600)
        aside.write_text(secrets.token_urlsafe(50))
        aside.replace(kept)
    return kept.read_text()


SECRET_KEY = _secret_key()
DEBUG = is_on("AMICORUM_DEBUG")
ALLOWED_HOSTS = read("AMICORUM_HOSTS").split()

INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "csp",
    "django_htmx",
    "amicorum.multilingual",
    "amicorum.journal",
    "amicorum.sources",
    "amicorum.institutions",
    "amicorum.accounts",
    "amicorum.networks",
    "amicorum.agreements",
    "amicorum.programmes",
    "amicorum.intake",
    "amicorum.portal",
    "amicorum.api",
    "amicorum.site",
]

# No sessions and no messages: an anonymous visitor gets no cookie (docs/decisions).
MIDDLEWARE = [
    "amicorum.site.page_cache.page_cache",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "amicorum.site.middleware.errors_with_id",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "amicorum.site.urls"
WSGI_APPLICATION = "amicorum.site.wsgi.application"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": ["django.template.context_processors.request"],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static"],
        },
    },
]

SQLITE: dict[str, Any] = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": STATE / "db.sqlite3",
    "CONN_MAX_AGE": None,
    "OPTIONS": {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-32000;",
    },
}
POOLED = "DISABLE_SERVER_SIDE_CURSORS"
"""Option of the address behind a pooler that gives each transaction another connection (docs/settings.md)."""


def _database(address: str) -> dict[str, Any]:
    """The database at an address; SQLite when none is given."""
    if not address:
        return SQLITE
    database: dict[str, Any] = {**dj_database_url.parse(address, conn_max_age=60, conn_health_checks=True)}
    database[POOLED] = bool(database.get("OPTIONS", {}).pop(POOLED, False))
    return database


DATABASES = {"default": _database(read("DATABASE_URL"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {"default": {"BACKEND": "amicorum.site.shelf.Shelf"}}

LANGUAGE_NAMES = {"en": "English", "nl": "Nederlands", "de": "Deutsch", "fr": "Français"}
LANGUAGES = [(code, LANGUAGE_NAMES.get(code, code)) for code in read("AMICORUM_LANGUAGES").split()]
LANGUAGE_CODE = LANGUAGES[0][0]
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = read("AMICORUM_TIME_ZONE")

STATIC_URL = "static/"
STATIC_ROOT = CHECKOUT / "build" / "static"
STATICFILES_DIRS = [
    folder for folder in (CHECKOUT / "assets", CHECKOUT / "build" / "assets") if folder.exists()
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_MAX_AGE = 3600

SECURE_SSL_REDIRECT = is_on("AMICORUM_HTTPS")
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if is_on("AMICORUM_HTTPS") else None
SECURE_HSTS_SECONDS = 31_536_000 if is_on("AMICORUM_HTTPS") else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = is_on("AMICORUM_HTTPS")
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "worker-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000

AMICORUM_CONTACT = read("AMICORUM_CONTACT")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    # Django's own lines on a request quote its address and the message of a failure; every failure
    # stands in the log without them (site/middleware.py).
    "loggers": {"django.request": {"level": "CRITICAL"}},
}
