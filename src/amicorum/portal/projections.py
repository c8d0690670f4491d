# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""From degrees to the pictures of Europe and the world that the assets were built with."""

import json
import math
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage

# Coefficients of the Equal Earth projection (Savric, Patterson, Jenny 2018).
A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796


@dataclass(frozen=True)
class Silhouette:
    """A drawing of land: its view box and the parameters with which it was projected (in degrees)."""

    part: str
    view_box: str
    centre: tuple[float, float]
    scale: float
    moved: tuple[float, float]

    @property
    def land(self) -> str:
        """The static file that holds the drawing."""
        return f"geo/{self.part}-land.svg"

    def project(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Degrees to units of the picture."""
        turned = math.radians((longitude - self.centre[0] + 180) % 360 - 180)
        formula = _equal_earth if self.part == "world" else _lambert
        x, y = formula(turned, math.radians(latitude), math.radians(self.centre[1]))
        return self.moved[0] + self.scale * x, self.moved[1] - self.scale * y

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies on the picture."""
        width, height = (float(side) for side in self.view_box.split()[2:])
        return 0 < x < width and 0 < y < height


@lru_cache(maxsize=2)
def silhouette(part: str) -> Silhouette:
    """The drawing of `europe` or of the `world`."""
    name = f"geo/{part}-land.json"
    drawn = json.loads(Path(str(finders.find(name) or staticfiles_storage.path(name))).read_text())
    how = drawn["projection"]
    return Silhouette(
        part,
        drawn["viewBox"],
        tuple(how["centre"]),
        how["scale"],
        tuple(how["translate"]),
    )


def _equal_earth(turned: float, latitude: float, _centre: float) -> tuple[float, float]:
    theta = math.asin(math.sqrt(3) / 2 * math.sin(latitude))
    squared, sixth = theta**2, theta**6
    slope = A1 + 3 * A2 * squared + sixth * (7 * A3 + 9 * A4 * squared)
    x = 2 * math.sqrt(3) * turned * math.cos(theta) / (3 * slope)
    return x, theta * (A1 + A2 * squared + sixth * (A3 + A4 * squared))


def _lambert(turned: float, latitude: float, centre: float) -> tuple[float, float]:
    """Azimuthal equal-area. The point opposite the centre has no place; close to it no picture reaches."""
    cosine = math.sin(centre) * math.sin(latitude) + math.cos(centre) * math.cos(latitude) * math.cos(turned)
    stretch = math.sqrt(2 / max(1 + cosine, 1e-9))
    x = math.cos(latitude) * math.sin(turned)
    y = math.cos(centre) * math.sin(latitude) - math.sin(centre) * math.cos(latitude) * math.cos(turned)
    return stretch * x, stretch * y
