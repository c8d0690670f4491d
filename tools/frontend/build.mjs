// SPDX-FileCopyrightText: 2026 The Amicorum contributors
// SPDX-License-Identifier: EUPL-1.2

/**
 * Makes build/assets from node_modules: fonts, map engine, world shapes; and the one stylesheet.
 * Writes the same bytes every time; each step prints one line.
 */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";

import { fontFiles } from "./fonts.mjs";
import { mapEngineFiles } from "./map-engine.mjs";
import { silhouetteFiles } from "./silhouettes.mjs";
import { styleFiles } from "./styles.mjs";
import { worldFiles } from "./world.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const modules = join(root, "node_modules");
const assets = join(root, "assets");
const target = join(root, "build", "assets");

const steps = [
  ["fonts", fontFiles],
  ["map engine", mapEngineFiles],
  ["world shapes", worldFiles],
  ["silhouettes", silhouetteFiles],
  ["stylesheet", styleFiles],
];

/** Leaves a file alone whose bytes are already right, so that later runs touch nothing. */
function keep(name, bytes) {
  const path = join(target, name);
  const wanted = Buffer.from(bytes);
  mkdirSync(dirname(path), { recursive: true });
  try {
    if (readFileSync(path).equals(wanted)) return;
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
  writeFileSync(path, wanted);
}

function kilobytes(files) {
  const total = Object.values(files).reduce((sum, bytes) => sum + Buffer.byteLength(bytes), 0);
  return Math.round(total / 1000);
}

for (const [name, make] of steps) {
  const start = performance.now();
  const files = make(modules, assets);
  for (const [path, bytes] of Object.entries(files)) keep(path, bytes);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${name}: ${Object.keys(files).length} files, ${kilobytes(files)} kB, ${seconds} s`);
}
