// SPDX-FileCopyrightText: 2026 The Amicorum contributors
// SPDX-License-Identifier: EUPL-1.2

import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Our name of each font file -> the package's. Latin and Latin Extended only: other scripts
 * fall back to the reader's own fonts. The serif carries its optical sizes, because a statement
 * at 50 pixels and a source at 14 need different letters.
 */
const fonts = {
  "source-serif-4-latin": "source-serif-4/files/source-serif-4-latin-opsz-normal",
  "source-serif-4-latin-ext": "source-serif-4/files/source-serif-4-latin-ext-opsz-normal",
  "source-serif-4-italic-latin": "source-serif-4/files/source-serif-4-latin-wght-italic",
  "source-sans-3-latin": "source-sans-3/files/source-sans-3-latin-wght-normal",
  "source-sans-3-latin-ext": "source-sans-3/files/source-sans-3-latin-ext-wght-normal",
};

/** The font files, and each family's licence beside them. */
export function fontFiles(modules) {
  const folder = join(modules, "@fontsource-variable");
  const files = {};
  for (const [ours, theirs] of Object.entries(fonts)) {
    files[`fonts/${ours}.woff2`] = readFileSync(join(folder, `${theirs}.woff2`));
  }
  for (const family of ["source-serif-4", "source-sans-3"]) {
    files[`fonts/${family}.LICENSE.txt`] = readFileSync(join(folder, family, "LICENSE"));
  }
  return files;
}
