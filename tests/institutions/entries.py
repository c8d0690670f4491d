# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Made-up entries of registers, short to write in a test."""

from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256

from amicorum.institutions.entries import ECHE, ROR, Code, Edition, EntryName, RegisterEntry
from amicorum.sources.models import Source

AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
BY = "intake:test"


def source(key):
    values = {"title": key, "kind": Source.Kind.REGISTER}
    return Source.objects.get_or_create(key=key, defaults=values)[0]


def ror_edition():
    return Edition(ROR, source("ror"), date(2026, 6, 23))


def eche_edition(year=2025):
    return Edition(ECHE, source(f"eche-{year}-01"), date(year, 1, 16))


def of_ror(key, name, *codes, **more):
    named = (EntryName("label", "en", name),)
    held = RegisterEntry(key, name, _fingerprint(key, name), "NL", "en", names=named)
    return replace(held, **{"codes": (Code("ror", key), *codes), **more})


def of_eche(key, name, *codes, **more):
    named = (EntryName("legal", "", name),)
    held = RegisterEntry(key, name, _fingerprint(key, name, *codes), "NL", names=named)
    return replace(held, **{"codes": (Code("erasmus", key), *codes), **more})


def pic(number):
    return Code("pic", str(number))


def _fingerprint(*parts):
    return sha256(repr(parts).encode()).hexdigest()
