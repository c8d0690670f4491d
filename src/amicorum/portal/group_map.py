# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The map of a group of universities: drawn near where all of them lie in Europe, else on the world."""

import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.utils.safestring import SafeString

from amicorum.institutions.models import Institution
from amicorum.portal.maps import Dot, Place, world
from amicorum.portal.visit import Visit

RADIUS = 14.0
"""Of a dot on Europe, in units of the picture."""
NEARLY_ALL = 0.9
"""Share of the places that must lie in Europe for the near map."""


@dataclass(frozen=True)
class GroupMap:
    """Dots on Europe or the world, the same places for the live map, and how many lie beyond the edge."""

    is_europe: bool
    view_box: str
    dots: Sequence[Dot]
    beyond: int
    points_json: SafeString

    @property
    def land(self) -> str:
        """The silhouette on which the dots lie."""
        return "geo/europe-land.svg" if self.is_europe else "geo/world-land.svg"


def map_of(visit: Visit, institutions: Iterable[Institution]) -> GroupMap | None:
    """Where these universities are; no map without places."""
    places = [_place(visit, one) for one in institutions if one.latitude is not None]
    if not places:
        return None
    far = world(places)
    near = [dot for dot in map(_near, places) if _lies_on_the_picture(dot)]
    if len(near) < NEARLY_ALL * len(places):
        return GroupMap(False, far.view_box, far.dots, 0, far.points_json)
    home_last = sorted(near, key=lambda dot: dot.place.is_home)
    return GroupMap(True, _drawn()["viewBox"], home_last, len(places) - len(near), far.points_json)


def _place(visit: Visit, one: Institution) -> Place:
    return Place(
        latitude=one.latitude or 0.0,
        longitude=one.longitude or 0.0,
        name=one.named(visit.language).text,
        address=visit.address("institution", one.slug),
        is_home=one.pk == visit.home.institution_id,
    )


def _near(place: Place) -> Dot:
    x, y = on_europe(place.longitude, place.latitude)
    return Dot(place, round(x), round(y), RADIUS)


def _lies_on_the_picture(dot: Dot) -> bool:
    width, height = (float(side) for side in _drawn()["viewBox"].split()[2:])
    return 0 < dot.x < width and 0 < dot.y < height


@lru_cache(maxsize=1)
def _drawn() -> dict[str, Any]:
    """The view box and the projection that the silhouette of Europe was drawn with."""
    found = finders.find("geo/europe-land.json") or staticfiles_storage.path("geo/europe-land.json")
    drawn: dict[str, Any] = json.loads(Path(str(found)).read_text())
    return {"viewBox": drawn["viewBox"], **drawn["projection"]}


def on_europe(longitude: float, latitude: float) -> tuple[float, float]:
    """Degrees to units of the picture of Europe: Lambert azimuthal equal-area."""
    drawn = _drawn()
    turned = math.radians(longitude - drawn["centre"][0])
    here, centre = math.radians(latitude), math.radians(drawn["centre"][1])
    cosine = math.sin(centre) * math.sin(here) + math.cos(centre) * math.cos(here) * math.cos(turned)
    # The point opposite the centre has no place; close to it the picture is long left.
    stretch = drawn["scale"] * math.sqrt(2 / max(1 + cosine, 1e-9))
    x = math.cos(here) * math.sin(turned)
    y = math.cos(centre) * math.sin(here) - math.sin(centre) * math.cos(here) * math.cos(turned)
    return drawn["translate"][0] + stretch * x, drawn["translate"][1] - stretch * y
