// One SVG file with the icons the sources name, served under a hashed address (`virtual:sprite`).

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import { ICONS } from "./icons.ts";

const VIRTUAL = "virtual:sprite";
const RESOLVED = `\0${VIRTUAL}`;

/** Those of `names` that stand as a quoted word somewhere in `sources`. */
export function namesUsed(names: readonly string[], sources: readonly string[]): string[] {
  const quoted = new Set(sources.flatMap((text) => [...text.matchAll(/["'`]([a-z0-9-]+)["'`]/g)].map((m) => m[1])));
  return names.filter((name) => quoted.has(name));
}

/** The drawing inside lucide's `<svg>`, as a symbol: strokes are inherited from the place that uses it. */
export function symbolOf(name: string, svg: string): string {
  const inside = /<svg[^>]*>([\s\S]*)<\/svg>/.exec(svg)?.[1];
  if (inside === undefined) throw new Error(`icon ${name}: not an SVG file`);
  const drawing = inside.replace(/\s*\n\s*/g, "").replace(/ \/>/g, "/>");
  return `<symbol id="${name}" viewBox="0 0 24 24">${drawing}</symbol>`;
}

function sourcesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => readFileSync(join(folder, path), "utf8"));
}

function drawSprite(root: string, names: readonly string[]): string {
  const icons = join(root, "node_modules/lucide-static/icons");
  const symbols = names.map((name) => symbolOf(name, readFileSync(join(icons, `${name}.svg`), "utf8")));
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>`;
}

/** Draws the sprite; fails on a name lucide does not know. While developing, every listed icon is in it. */
export function sprite(root: string): Plugin {
  let isBuild = true;
  let drawing = "";
  let address = "/sprite.svg";
  return {
    name: "passerelle-sprite",
    configResolved: (config) => void (isBuild = config.command === "build"),
    buildStart() {
      drawing = drawSprite(root, isBuild ? namesUsed(ICONS, sourcesUnder(join(root, "src"))) : ICONS);
      if (!isBuild) return;
      const hash = createHash("sha256").update(drawing).digest("hex").slice(0, 8);
      address = `/assets/sprite-${hash}.svg`;
      this.emitFile({ type: "asset", fileName: address.slice(1), source: drawing });
    },
    resolveId: (id) => (id === VIRTUAL ? RESOLVED : null),
    load: (id) => (id === RESOLVED ? `export default ${JSON.stringify(address)};` : null),
    configureServer(server) {
      server.middlewares.use("/sprite.svg", (_request, response) => {
        response.setHeader("Content-Type", "image/svg+xml").end(drawing);
      });
    },
  };
}
