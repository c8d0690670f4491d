# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The map of what a search finds: every institution of the list, drawn small or given as GeoJSON."""

import json
import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.db.models import Avg, Count, F, Min, QuerySet
from django.db.models.functions import Coalesce, Floor

from amicorum.institutions.models import Institution
from amicorum.portal.labels import label_in
from amicorum.portal.maps import equal_earth
from amicorum.portal.visit import Visit

MOST_DOTS = 300
"""Institutions that get a dot of their own; of more, neighbours share one."""
DEGREES = 3.0
"""The side of the cells in which neighbours share a dot."""
NEARLY_ALL = 0.95
"""Share of the institutions that lie in Europe when the map shows no more of the world than that."""
FEW, SMALLEST, LARGEST = 60, 7.0, 22.0
"""With more than a few dots each is smaller; radii in units of the picture."""


@dataclass(frozen=True)
class Dot:
    """An institution, or the number of those that share the dot, in units of the picture."""

    x: int
    y: int
    radius: float
    count: int
    name: str
    address: str


@dataclass(frozen=True)
class Drawing:
    """The dots on Europe when nearly all lie in it, else on the world; with how many lie beyond."""

    is_europe: bool
    view_box: str
    dots: Sequence[Dot]
    located: int
    beyond: int


def drawing(visit: Visit, institution_ids: Collection[int]) -> Drawing:
    """These institutions on a map; one query."""
    shown = _located(institution_ids)
    places = _cells(visit, shown) if len(institution_ids) > MOST_DOTS else _each(visit, shown)
    located = sum(place.count for place in places)
    near = [place for place in places if _lies_in_europe(place)]
    beyond = located - sum(place.count for place in near)
    is_europe = bool(near) and beyond <= located * (1 - NEARLY_ALL)
    part, drawn = ("europe", near) if is_europe else ("world", places)
    return Drawing(
        is_europe=is_europe,
        view_box=_drawn(part)["viewBox"],
        dots=[_dot(part, place, few=len(drawn) <= FEW) for place in drawn],
        located=located,
        beyond=beyond if is_europe else 0,
    )


def points(visit: Visit, institution_ids: Collection[int]) -> dict[str, Any]:
    """These institutions as GeoJSON, for the map that can be moved; one query."""
    features = [_feature(place) for place in _each(visit, _located(institution_ids))]
    return {"type": "FeatureCollection", "features": features}


@dataclass(frozen=True)
class _Place:
    longitude: float
    latitude: float
    count: int = 1
    name: str = ""
    address: str = ""


def _located(institution_ids: Collection[int]) -> QuerySet[Institution]:
    return Institution.objects.filter(pk__in=institution_ids).exclude(latitude=None).exclude(longitude=None)


def _each(visit: Visit, shown: QuerySet[Institution]) -> list[_Place]:
    name = Coalesce(label_in(visit.language), "display_name")
    rows = shown.order_by("pk").values_list("longitude", "latitude", name, "slug")
    return [
        _Place(longitude or 0.0, latitude or 0.0, 1, label, visit.address("partner", slug))
        for longitude, latitude, label, slug in rows
    ]


def _cells(visit: Visit, shown: QuerySet[Institution]) -> list[_Place]:
    """Neighbours together, where their middle is; who stands alone keeps its name."""
    cells = shown.values(row=Floor(F("latitude") / DEGREES), column=Floor(F("longitude") / DEGREES))
    middles = cells.annotate(
        x=Avg("longitude"), y=Avg("latitude"), count=Count("pk"), name=Min("display_name"), slug=Min("slug")
    )
    return [
        _Place(row["x"], row["y"], 1, row["name"], visit.address("partner", row["slug"]))
        if row["count"] == 1
        else _Place(row["x"], row["y"], row["count"])
        for row in middles.order_by("-count")
    ]


def _lies_in_europe(place: _Place) -> bool:
    width, height = (float(side) for side in _drawn("europe")["viewBox"].split()[2:])
    x, y = _on_europe(place.longitude, place.latitude)
    return 0 < x < width and 0 < y < height


def _dot(part: str, place: _Place, *, few: bool) -> Dot:
    project = _on_europe if part == "europe" else equal_earth
    x, y = project(place.longitude, place.latitude)
    base = SMALLEST * (2 if few else 1)
    radius = min(base + 2.5 * math.sqrt(place.count - 1), LARGEST)
    return Dot(round(x), round(y), round(radius, 1), place.count, place.name, place.address)


@lru_cache(maxsize=2)
def _drawn(part: str) -> dict[str, Any]:
    """The view box and the projection that a silhouette of the assets was drawn with."""
    found = finders.find(f"geo/{part}-land.json") or staticfiles_storage.path(f"geo/{part}-land.json")
    drawn: dict[str, Any] = json.loads(Path(str(found)).read_text())
    return {"viewBox": drawn["viewBox"], **drawn["projection"]}


@lru_cache(maxsize=20_000)
def _on_europe(longitude: float, latitude: float) -> tuple[float, float]:
    """Degrees to units of the picture: Lambert azimuthal equal-area."""
    drawn = _drawn("europe")
    turned = math.radians(longitude - drawn["centre"][0])
    here, centre = math.radians(latitude), math.radians(drawn["centre"][1])
    cosine = math.sin(centre) * math.sin(here) + math.cos(centre) * math.cos(here) * math.cos(turned)
    stretch = drawn["scale"] * math.sqrt(2 / max(1 + cosine, 1e-9))
    x = math.cos(here) * math.sin(turned)
    y = math.cos(centre) * math.sin(here) - math.sin(centre) * math.cos(here) * math.cos(turned)
    return drawn["translate"][0] + stretch * x, drawn["translate"][1] - stretch * y


def _feature(place: _Place) -> dict[str, Any]:
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [place.longitude, place.latitude]},
        "properties": {"name": place.name, "href": place.address, "kind": ""},
    }
