# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Maps made by the server: dots on a silhouette of land, for paper and for no script at all."""

import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from amicorum.institutions.models import Institution
from amicorum.portal.projections import Silhouette, silhouette
from amicorum.portal.visit import Visit

NO_MARKUP = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}
NEARLY_ALL = 0.9
"""Share of the places that must lie in Europe for the map to show no more of the world than that."""
FEW, LARGE, SMALL, LARGEST = 60, 14.0, 7.0, 22.0
"""Up to a few dots are large; radii in units of the picture."""
GROWTH = 2.5


@dataclass(frozen=True)
class Place:
    """Something on the map: where (degrees), what, how many share the place, where it leads."""

    latitude: float
    longitude: float
    name: str
    address: str
    count: int = 1
    is_home: bool = False


@dataclass(frozen=True)
class Dot:
    """A place as it is drawn, in the units of the picture."""

    place: Place
    x: int
    y: int
    radius: float


@dataclass(frozen=True)
class Map:
    """Dots on Europe or the world; the places that lie beyond its edge are counted."""

    silhouette: Silhouette
    dots: Sequence[Dot]
    places: Sequence[Place]

    @property
    def is_europe(self) -> bool:
        return self.silhouette.part == "europe"

    @property
    def located(self) -> int:
        """How many institutions have a place, on the picture or beyond it."""
        return sum(place.count for place in self.places)

    @property
    def beyond(self) -> int:
        return self.located - sum(dot.place.count for dot in self.dots)

    @property
    def points_json(self) -> SafeString:
        """The places as GeoJSON for a script element, which must not be left by what stands in it."""
        text = json.dumps(geojson(self.places), ensure_ascii=False)
        return mark_safe(text.translate(NO_MARKUP))  # noqa: S308  # nothing in it can end the element


def draw(places: Iterable[Place]) -> Map | None:
    """Europe where nearly all places lie in it, else the world; the home last, so that nothing hides it."""
    held = sorted(places, key=lambda place: (place.is_home, -place.count))
    if not held:
        return None
    near = _dots(silhouette("europe"), held)
    if sum(dot.place.count for dot in near) >= NEARLY_ALL * sum(place.count for place in held):
        return Map(silhouette("europe"), near, held)
    return Map(silhouette("world"), _dots(silhouette("world"), held), held)


def of_institutions(visit: Visit, institutions: Iterable[Institution]) -> Map | None:
    """Where these universities are; each leads to all its ties. Reads prefetched names."""
    return draw(
        place(visit, one, visit.address("institution", one.slug))
        for one in institutions
        if one.latitude is not None
    )


def place(visit: Visit, one: Institution, address: str) -> Place:
    """The place of an institution that has one."""
    return Place(
        latitude=one.latitude or 0.0,
        longitude=one.longitude or 0.0,
        name=one.named(visit.language).text,
        address=address,
        is_home=one.pk == visit.home.institution_id,
    )


def geojson(places: Iterable[Place]) -> dict[str, Any]:
    """The places as a GeoJSON feature collection, as assets/js/map.js reads it."""
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "geometry": {"type": "Point", "coordinates": [one.longitude, one.latitude]},
                "properties": {"name": one.name, "href": one.address, "kind": "home" if one.is_home else ""},
            }
            for one in places
        ],
    }


def _dots(land: Silhouette, places: Sequence[Place]) -> list[Dot]:
    """The dots that lie on this picture."""
    base = LARGE if len(places) <= FEW else SMALL
    projected = ((one, *land.project(one.longitude, one.latitude)) for one in places)
    return [
        Dot(one, round(x), round(y), round(min(base + GROWTH * math.sqrt(one.count - 1), LARGEST), 1))
        for one, x, y in projected
        if land.holds(x, y)
    ]
