# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where the institutions of a search are: each of them, or neighbours together where they are many."""

from collections.abc import Collection
from typing import Any

from django.db.models import Avg, Count, F, Min, QuerySet
from django.db.models.functions import Coalesce, Floor

from amicorum.institutions.models import Institution
from amicorum.portal import maps
from amicorum.portal.labels import label_in
from amicorum.portal.maps import Map, Place
from amicorum.portal.visit import Visit

MOST_DOTS = 300
"""Institutions that get a dot of their own; of more, neighbours share one."""
DEGREES = 3.0
"""The side of the cells in which neighbours share a dot."""


def places(visit: Visit, institution_ids: Collection[int]) -> list[Place]:
    """Where each of these institutions is that has a place; one query."""
    return _each(visit, _located(institution_ids))


def drawing(visit: Visit, institution_ids: Collection[int]) -> Map | None:
    """These institutions on a map; one query."""
    shown = _located(institution_ids)
    return maps.draw(_cells(visit, shown) if len(institution_ids) > MOST_DOTS else _each(visit, shown))


def points(visit: Visit, institution_ids: Collection[int]) -> dict[str, Any]:
    """These institutions as GeoJSON, for the map that can be moved; one query."""
    return maps.geojson(places(visit, institution_ids))


def _located(institution_ids: Collection[int]) -> QuerySet[Institution]:
    return Institution.objects.filter(pk__in=institution_ids).exclude(latitude=None).exclude(longitude=None)


def _each(visit: Visit, shown: QuerySet[Institution]) -> list[Place]:
    name = Coalesce(label_in(visit.language), "display_name")
    rows = shown.order_by("pk").values_list("latitude", "longitude", name, "slug")
    return [
        Place(latitude or 0.0, longitude or 0.0, label, visit.address("partner", slug))
        for latitude, longitude, label, slug in rows
    ]


def _cells(visit: Visit, shown: QuerySet[Institution]) -> list[Place]:
    """Neighbours together, where their middle is; who stands alone keeps its name."""
    cells = shown.values(row=Floor(F("latitude") / DEGREES), column=Floor(F("longitude") / DEGREES))
    middles = cells.annotate(
        x=Avg("longitude"), y=Avg("latitude"), count=Count("pk"), name=Min("display_name"), slug=Min("slug")
    )
    return [
        Place(row["y"], row["x"], row["name"], visit.address("partner", row["slug"]))
        if row["count"] == 1
        else Place(row["y"], row["x"], str(row["count"]), "", row["count"])
        for row in middles.order_by("-count")
    ]
