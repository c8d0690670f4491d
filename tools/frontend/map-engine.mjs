// SPDX-FileCopyrightText: 2026 The Amicorum contributors
// SPDX-License-Identifier: EUPL-1.2

import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Source maps are not served, so the pointer to them would only be a failing request. */
function withoutSourceMap(text) {
  return text.replace(/\n?(\/\/|\/\*)# sourceMappingURL=[^\s*]+( \*\/)?\s*$/, "\n");
}

/** In a layer of its own, so that our components can dress the map without shouting. */
function layered(css) {
  return `@layer map-engine {\n${css}}\n`;
}

/** MapLibre GL: its module, its worker and its stylesheet, under names that static storage can hash. */
export function mapEngineFiles(modules) {
  const folder = join(modules, "maplibre-gl");
  const text = (name) => withoutSourceMap(readFileSync(join(folder, name), "utf8"));
  return {
    "maplibre/maplibre-gl.mjs": text("dist/maplibre-gl.mjs"),
    "maplibre/maplibre-gl-worker.mjs": text("dist/maplibre-gl-worker.mjs"),
    "maplibre/maplibre-gl.css": layered(text("dist/maplibre-gl.css")),
    "maplibre/LICENSE.txt": text("LICENSE.txt"),
  };
}
