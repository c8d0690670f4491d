# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Maps made by the server: dots on a silhouette of the world, for paper and for no script at all."""

import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.utils.safestring import SafeString, mark_safe

# Coefficients of the Equal Earth projection (Savric, Patterson, Jenny 2018).
A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796
NO_MARKUP = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}
SMALLEST, GROWTH, MOST = 4.0, 2.5, 5
"""The radius of a dot grows with the root of its count, up to a count of MOST; in units of the picture."""


@dataclass(frozen=True)
class Place:
    """Something to show on the map: where (degrees), what, how many, where it leads."""

    latitude: float
    longitude: float
    name: str
    address: str
    count: int = 1
    is_home: bool = False


@dataclass(frozen=True)
class Dot:
    """A place as it is drawn, in the units of the picture's view box."""

    place: Place
    x: int
    y: int
    radius: float


@dataclass(frozen=True)
class Map:
    """Dots on the world, and the same places as GeoJSON for the map that can be moved."""

    view_box: str
    dots: Sequence[Dot]
    points: dict[str, Any]

    @property
    def points_json(self) -> SafeString:
        """The points for a script element, which must not be left by what stands in it."""
        return mark_safe(json.dumps(self.points, ensure_ascii=False).translate(NO_MARKUP))  # noqa: S308


@lru_cache(maxsize=1)
def _silhouette() -> dict[str, Any]:
    """The projection that the silhouette of the assets was drawn with."""
    found = finders.find("geo/world-land.json") or staticfiles_storage.path("geo/world-land.json")
    drawn = json.loads(Path(str(found)).read_text())
    return {"viewBox": drawn["viewBox"], **drawn["projection"]}


def world(places: Iterable[Place]) -> Map:
    """The places on a map of the world; the home is drawn last, so that nothing hides it."""
    ordered = sorted(places, key=lambda place: (place.is_home, -place.count))
    return Map(
        view_box=_silhouette()["viewBox"],
        dots=[_dot(place) for place in ordered],
        points={"type": "FeatureCollection", "features": [_feature(place) for place in ordered]},
    )


def _dot(place: Place) -> Dot:
    x, y = equal_earth(place.longitude, place.latitude)
    radius = SMALLEST + GROWTH * math.sqrt(min(place.count, MOST))
    return Dot(place, round(x), round(y), round(radius, 1))


def equal_earth(longitude: float, latitude: float) -> tuple[float, float]:
    """Degrees to units of the picture."""
    drawn = _silhouette()
    turned = math.radians((longitude - drawn["centre"][0] + 180) % 360 - 180)
    theta = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(latitude)))
    squared, sixth = theta**2, theta**6
    slope = A1 + 3 * A2 * squared + sixth * (7 * A3 + 9 * A4 * squared)
    x = 2 * math.sqrt(3) * turned * math.cos(theta) / (3 * slope)
    y = theta * (A1 + A2 * squared + sixth * (A3 + A4 * squared))
    return drawn["translate"][0] + drawn["scale"] * x, drawn["translate"][1] - drawn["scale"] * y


def _feature(place: Place) -> dict[str, Any]:
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [place.longitude, place.latitude]},
        "properties": {
            "name": place.name,
            "href": place.address,
            "count": place.count,
            "kind": "is-home" if place.is_home else "",
        },
    }
