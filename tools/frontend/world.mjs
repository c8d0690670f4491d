// SPDX-FileCopyrightText: 2026 The Amicorum contributors
// SPDX-License-Identifier: EUPL-1.2

import assert from "node:assert";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { geoArea, geoContains, geoEquirectangular } from "d3-geo";
import { geoProject } from "d3-geo-projection";
import { feature, mesh } from "topojson-client";

const DECIMALS = 3;

/** A TopoJSON file of world-atlas (Natural Earth, public domain). */
export function atlas(modules, name) {
  return JSON.parse(readFileSync(join(modules, "world-atlas", `${name}.json`), "utf8"));
}

/**
 * Degrees in, degrees out, but cut where the globe is cut: the shapes of world-atlas run on
 * across 180 degrees, which a flat map draws as bands through the Arctic and Fiji.
 */
function cutAtAntimeridian(shape) {
  const flat = geoEquirectangular().reflectY(true).scale(180 / Math.PI).translate([0, 0]).precision(0);
  return geoProject(shape, flat);
}

function rounded(value) {
  if (Array.isArray(value)) return value.map(rounded);
  return Number(value.toFixed(DECIMALS));
}

/** Rounding can make neighbours equal; a ring or line needs each point once. */
function withoutRepeats(points) {
  return points.filter((point, i) => i === 0 || point[0] !== points[i - 1][0] || point[1] !== points[i - 1][1]);
}

function simplified(coordinates) {
  if (typeof coordinates[0][0] === "number") return withoutRepeats(rounded(coordinates));
  return coordinates.map(simplified).filter((part) => part.length > 0);
}

function insideRing(ring, [x, y]) {
  return ring.reduce((inside, [x1, y1], i) => {
    const [x2, y2] = ring[(i || ring.length) - 1];
    const crosses = y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1;
    return crosses ? !inside : inside;
  }, false);
}

/** The cut leaves the Caspian a ring of its own, which is then all the world but the Caspian: a hole again. */
function withLakesInside(polygons) {
  const isLake = ([outer]) => geoArea({ type: "Polygon", coordinates: [outer] }) > 2 * Math.PI;
  const lands = polygons.filter((polygon) => !isLake(polygon));
  for (const [lake] of polygons.filter(isLake)) {
    lands.find(([outer]) => insideRing(outer, lake[0])).push(lake);
  }
  return lands;
}

function landFeature(geometry) {
  const { coordinates } = cutAtAntimeridian(geometry);
  return asFeature("land", { type: "MultiPolygon", coordinates: withLakesInside(coordinates) });
}

function asFeature(kind, { type, coordinates }) {
  return { type: "Feature", properties: { kind }, geometry: { type, coordinates: simplified(coordinates) } };
}


/** Both readings of a ring must agree: the live map draws it flat, d3 sees it on the sphere. */
function assertCut(land) {
  const flat = (place) => land.geometry.coordinates.some((rings) => rings.filter((ring) => insideRing(ring, place)).length % 2);
  for (const sea of [[0, 75], [179.5, -30], [-30, -17], [100, -17], [51, 42]]) {
    assert(!geoContains(land, sea) && !flat(sea), `land where there is sea: ${sea}`);
  }
  for (const shore of [[5.2, 52.1], [177.95, -17.8], [179, 68]]) {
    assert(geoContains(land, shore) && flat(shore), `sea where there is land: ${shore}`);
  }
}

/** world.geojson for the live map: one feature of all land, one of the borders between countries. */
export function worldFiles(modules) {
  const topology = atlas(modules, "countries-50m");
  const land = landFeature(feature(topology, topology.objects.land).features[0].geometry);
  const borders = asFeature("border", cutAtAntimeridian(mesh(topology, topology.objects.countries, (a, b) => a !== b)));
  assertCut(land);
  return { "geo/world.geojson": JSON.stringify({ type: "FeatureCollection", features: [land, borders] }) };
}
