# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""A small register to search in: 41 universities of the committed registers, and one hospital."""

import functools
from datetime import UTC, datetime

from amicorum.institutions.actions.name_changes import names_changed
from amicorum.institutions.models import Identifier, Institution, InstitutionName
from amicorum.multilingual.fields import sort_key
from amicorum.site.bench_search_names import Registered, read_registers
from amicorum.sources.models import Source
from tests.house.repository import ROOT

AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
LEIDEN, LEUVEN, WIEN, UPPSALA = "ror:027bh9e22", "ror:05f950310", "ror:03prydq77", "ror:048a87296"
LMU, TUM, GOTHENBURG, KAROLINSKA = "ror:05591te55", "ror:02kkvpp62", "ror:01tm6cn81", "ror:056d84691"
TOKYO, ATHENS, LODZ, EDINBURGH = "ror:057zh3y96", "ror:04gnjpq42", "ror:05cq64r17", "ror:01nrxwf90"
HOSPITAL = "own:akh-wien"

OTHERS = """
    0093src13 03zq0dg86 04d836q62 05n3x4p02 01w6qp003 03yn8s215 057ff4y42 012k1v959 05kkv3f82 02m7p2c22
    01j2dwr66 012a77v79 05f0yaq80 040af2s02 01aj84f44 035b05819 01xtthb56 04pp8hn57 04dkp9463 02e2c7k09
    052gg0110 013meh722 01111rn36 00240q980 02en5vm52 038t36y30 02kpeqv85 024d6js02 029djt864
"""
KEYS = {LEIDEN, LEUVEN, WIEN, UPPSALA, LMU, TUM, GOTHENBURG, KAROLINSKA, TOKYO, ATHENS, LODZ, EDINBURGH} | {
    f"ror:{ror_id}" for ror_id in OTHERS.split()
}
# The registers of the demonstration hold universities only; this is the hospital of two of them.
UNIVERSITY_HOSPITAL = Registered(
    HOSPITAL,
    "Universitätsklinikum AKH Wien",
    "Vienna",
    names=["Universitätsklinikum AKH Wien"],
    acronyms=["AKH"],
)


@functools.cache
def registered():
    every = read_registers(ROOT / "data" / "institutions")
    return [*(one for one in every if one.key in KEYS), UNIVERSITY_HOSPITAL]


def enter_register():
    """Enter them as an intake does: in bulk, marked once; the source of their names is returned."""
    source = Source.objects.create(key="ror", title="ROR", kind=Source.Kind.REGISTER)
    entered = Institution.objects.bulk_create(_institution(one) for one in registered())
    pairs = list(zip(entered, registered(), strict=True))
    InstitutionName.objects.bulk_create(
        InstitutionName(institution=held, kind="label", name=name, sort_key=sort_key(name), source=source)
        for held, one in pairs
        for name in dict.fromkeys(one.all_names)
    )
    Identifier.objects.bulk_create(
        Identifier(institution=held, scheme=scheme, value=value, source=source)
        for held, one in pairs
        for scheme, value in one.codes.items()
    )
    names_changed(held.pk for held in entered)
    return source


def _institution(one):
    return Institution(
        key=one.key,
        slug=one.key.replace(":", "-"),
        display_name=one.name,
        sort_key=sort_key(one.name),
        country_code="XX",
        city=one.place,
        status=one.status,
    )


def keys(hits):
    """The keys of the institutions that were found, in order."""
    of_id = dict(Institution.objects.values_list("pk", "key"))
    return [of_id[hit.institution_id] for hit in hits]
