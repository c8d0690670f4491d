// SPDX-FileCopyrightText: 2026 The Amicorum contributors
// SPDX-License-Identifier: EUPL-1.2

/**
 * The live map. A figure [data-map] shows a drawing made by the server; its button [data-map-open]
 * fetches MapLibre and puts the live map over it. If anything fails, the drawing stays.
 * Addresses come from data-module, data-worker, data-style, data-world (hashed by static storage);
 * points from a JSON script [data-map-points] or from data-points-src; words from data-locale (JSON,
 * MapLibre's own keys).
 */

const HOME_LAST = ["match", ["get", "kind"], "home", 1, 0];
const live = new Map();
let wanted = false;

/** The colour of a custom property as MapLibre can read it, whatever notation the theme uses. */
function colour(property) {
  const probe = document.createElement("span");
  probe.style.color = `var(${property})`;
  document.body.append(probe);
  const brush = document.createElement("canvas").getContext("2d");
  brush.fillStyle = getComputedStyle(probe).color;
  probe.remove();
  brush.fillRect(0, 0, 1, 1);
  const [red, green, blue] = brush.getImageData(0, 0, 1, 1).data;
  return `rgb(${red}, ${green}, ${blue})`;
}

function stylesheet(address) {
  if (document.querySelector(`link[href="${address}"]`)) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: address, onload: resolve, onerror: reject });
    document.head.append(link);
  });
}

async function pointsOf(figure) {
  const inline = figure.querySelector("[data-map-points]");
  if (inline) return JSON.parse(inline.textContent);
  const answer = await fetch(figure.dataset.pointsSrc);
  if (!answer.ok) throw new Error(`points: ${answer.status}`);
  return answer.json();
}

function circles(ink, paper, rubric) {
  const kind = (home, other) => ["match", ["get", "kind"], "home", home, other];
  return {
    "circle-color": kind(rubric, ink),
    "circle-radius": ["interpolate", ["linear"], ["zoom"], 0, 4, 6, 8],
    "circle-stroke-color": paper,
    "circle-stroke-width": 1.5,
  };
}

function styleOf(figure, points) {
  const [paper, ink, land, rubric] = ["paper", "ink", "land", "rubric"].map((name) => colour(`--amicorum-${name}`));
  const shape = (kind) => ({ source: "world", filter: ["==", ["get", "kind"], kind] });
  return {
    version: 8,
    sources: {
      world: { type: "geojson", data: new URL(figure.dataset.world, location.href).href },
      points: { type: "geojson", data: points },
    },
    layers: [
      { id: "paper", type: "background", paint: { "background-color": paper } },
      { id: "land", type: "fill", ...shape("land"), paint: { "fill-color": land } },
      { id: "borders", type: "line", ...shape("border"), paint: { "line-color": paper, "line-width": 1 } },
      { id: "points", type: "circle", source: "points", layout: { "circle-sort-key": HOME_LAST }, paint: circles(ink, paper, rubric) },
      {
        id: "names", type: "symbol", source: "points", minzoom: 4,
        layout: { "text-field": ["get", "name"], "text-size": 14, "text-anchor": "left", "text-offset": [0.8, 0], "text-max-width": 12, "text-optional": true },
        paint: { "text-color": ink, "text-halo-color": paper, "text-halo-width": 2 },
      },
    ],
  };
}

function boundsOf(points) {
  const places = points.features.map((feature) => feature.geometry.coordinates);
  const [lons, lats] = [places.map((place) => place[0]), places.map((place) => place[1])];
  return [[Math.min(...lons), Math.min(...lats)], [Math.max(...lons), Math.max(...lats)]];
}

/** One name per line, each leading to its page: several universities may share a city. */
function linksTo(features) {
  const list = document.createElement("ul");
  for (const { properties } of features) {
    const link = Object.assign(document.createElement("a"), { href: properties.href, textContent: properties.name });
    const item = document.createElement("li");
    item.append(link);
    list.append(item);
  }
  return list;
}

function answerPointer(engine, map) {
  map.on("click", "points", ({ lngLat, features }) => {
    new engine.Popup({ maxWidth: "20rem" }).setLngLat(lngLat).setDOMContent(linksTo(features)).addTo(map);
  });
  map.on("mouseenter", "points", () => { map.getCanvas().style.cursor = "pointer"; });
  map.on("mouseleave", "points", () => { map.getCanvas().style.cursor = ""; });
}

function mapIn(figure, engine, points) {
  const container = Object.assign(document.createElement("div"), { className: "map-live" });
  figure.querySelector(".map-field").append(container);
  const map = new engine.Map({
    container,
    style: styleOf(figure, points),
    bounds: boundsOf(points),
    fitBoundsOptions: { padding: 32, maxZoom: 5 },
    attributionControl: false,
    cooperativeGestures: true,
    dragRotate: false,
    maxZoom: 10,
    renderWorldCopies: true,
    locale: JSON.parse(figure.dataset.locale),
  });
  map.addControl(new engine.NavigationControl({ showCompass: false }));
  map.touchZoomRotate.disableRotation();
  answerPointer(engine, map);
  return map;
}

async function open(figure) {
  const { module, worker, style } = figure.dataset;
  const [engine, points] = await Promise.all([import(module), pointsOf(figure), stylesheet(style)]);
  engine.setWorkerUrl(new URL(worker, location.href).href);
  const map = mapIn(figure, engine, points);
  await map.once("load");
  live.set(figure, { map, points });
  figure.classList.add("is-live");
  map.resize();
}

function closeDrawing(figure) {
  figure.querySelector(".map-live")?.remove();
}

async function explore(figure, button) {
  wanted = true;
  button.disabled = true;
  figure.setAttribute("aria-busy", "true");
  try {
    await open(figure);
    button.remove();
  } catch {
    closeDrawing(figure);
    button.hidden = true;
  }
  figure.removeAttribute("aria-busy");
}

/** The button is gone, so its focus goes to what it opened; not so when a new list brings a new map. */
function focusMap(figure) {
  figure.querySelector(".maplibregl-canvas")?.focus({ preventScroll: true });
}

function start() {
  for (const [figure, { map }] of live) {
    if (!figure.isConnected) {
      map.remove();
      live.delete(figure);
    }
  }
  for (const figure of document.querySelectorAll("[data-map]")) {
    const button = figure.querySelector("[data-map-open][hidden]");
    if (!button || figure.dataset.mapOn !== undefined) continue;
    figure.dataset.mapOn = "";
    button.hidden = false;
    button.addEventListener("click", () => explore(figure, button).then(() => focusMap(figure)));
    if (wanted) explore(figure, button);
  }
}

/** A name in the list lights its dot in the drawing. */
function light(event) {
  const link = event.target.closest?.("main a[href]");
  for (const lit of document.querySelectorAll(".map-dot.is-lit")) lit.classList.remove("is-lit");
  if (!link || link.closest("svg")) return;
  const address = link.getAttribute("href");
  for (const anchor of document.querySelectorAll(".map-field a")) {
    if (anchor.getAttribute("href") === address) anchor.querySelector(".map-dot").classList.add("is-lit");
  }
}

matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  for (const [figure, { map, points }] of live) map.setStyle(styleOf(figure, points));
});
document.addEventListener("pointerover", light);
document.addEventListener("focusin", light);
document.addEventListener("htmx:afterSettle", start);
start();
