// SPDX-FileCopyrightText: 2026 The Amicorum contributors
// SPDX-License-Identifier: EUPL-1.2

import { geoAzimuthalEqualArea, geoEqualEarth, geoPath } from "d3-geo";
import { feature, mesh } from "topojson-client";

import { atlas } from "./world.mjs";

/** Drawing size in user units; one unit is about half a pixel on a desk. */
const WIDTH = 1600;

/** Places whose position each silhouette states, so that another implementation can check itself. */
const LANDMARKS = { Leiden: [4.497, 52.16], Tokyo: [139.69, 35.69], "Cape Town": [18.42, -33.92], Reykjavik: [-21.94, 64.15], Kyiv: [30.52, 50.45] };

const views = {
  world: {
    detail: "110m",
    height: 750,
    formula: "Equal Earth (Savric, Patterson, Jenny 2018)",
    projection: () => geoEqualEarth().rotate([-11, 0]).scale(323).translate([795, 426]),
  },
  europe: {
    detail: "50m",
    height: 1240,
    formula: "Lambert azimuthal equal-area",
    projection: () => geoAzimuthalEqualArea().rotate([-13, -53]).scale(2080).translate([WIDTH / 2, 640]),
  },
};

/** Whole units, relative to the point before: half the size of absolute coordinates. */
class WholeUnitPath {
  text = "";
  #at = [0, 0];
  #lineStart = true;

  moveTo(x, y) {
    this.#at = [Math.round(x), Math.round(y)];
    this.text += `M${this.#at[0]},${this.#at[1]}`;
    this.#lineStart = true;
  }

  lineTo(x, y) {
    const [dx, dy] = [Math.round(x) - this.#at[0], Math.round(y) - this.#at[1]];
    if (dx === 0 && dy === 0) return;
    this.#at = [this.#at[0] + dx, this.#at[1] + dy];
    this.text += `${this.#lineStart ? "l" : dx < 0 ? "" : " "}${dx}${dy < 0 ? "" : ","}${dy}`;
    this.#lineStart = false;
  }

  closePath() {
    this.text += "z";
  }

  /** Islets that shrank to less than a stroke are left out. */
  get data() {
    return this.text.replace(/M-?\d+,-?\d+(l-?\d+[,-]\d+)?z?(?=M|$)/g, "");
  }
}

function pathData(projection, shape) {
  const context = new WholeUnitPath();
  geoPath(projection, context)(shape);
  return context.data;
}

function statedLandmarks(projection, { height }) {
  return Object.entries(LANDMARKS)
    .map(([place, [lon, lat]]) => ({ place, lon, lat, at: projection([lon, lat]) }))
    .filter(({ at }) => at[0] >= 0 && at[0] <= WIDTH && at[1] >= 0 && at[1] <= height)
    .map(({ place, lon, lat, at }) => ({ place, lon, lat, x: Number(at[0].toFixed(2)), y: Number(at[1].toFixed(2)) }));
}

function silhouette(modules, view) {
  const topology = atlas(modules, `countries-${view.detail}`);
  const projection = view.projection();
  const [lambda, phi] = projection.rotate();
  projection.clipExtent([[0, 0], [WIDTH, view.height]]);
  return {
    viewBox: `0 0 ${WIDTH} ${view.height}`,
    projection: {
      formula: view.formula,
      centre: [-lambda || 0, -phi || 0],
      scale: Number(projection.scale().toFixed(4)),
      translate: projection.translate().map((value) => Number(value.toFixed(4))),
    },
    landmarks: statedLandmarks(projection, view),
    path: pathData(projection, feature(topology, topology.objects.land)),
    borders: pathData(projection, mesh(topology, topology.objects.countries, (a, b) => a !== b)),
  };
}

/** The drawing by itself, to be used from any page: <use href=".../world-land.svg#land">. */
function drawing({ viewBox, path, borders }) {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}"><path id="land" d="${path}"/>`
    + `<path id="borders" fill="none" d="${borders}"/></svg>\n`;
}

/** For each view NAME-land.json (for whoever projects dots) and NAME-land.svg (for the page). */
export function silhouetteFiles(modules) {
  return Object.fromEntries(Object.entries(views).flatMap(([name, view]) => {
    const shape = silhouette(modules, view);
    return [[`geo/${name}-land.json`, `${JSON.stringify(shape)}\n`], [`geo/${name}-land.svg`, drawing(shape)]];
  }));
}
