// The product's name and colours, written once, brought into index.html and the web manifest.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import { PRODUCT, TAGLINE } from "../src/product.ts";

/** Values of the light theme's tokens, by name without the dashes in front. */
export function lightTokens(css: string): Record<string, string> {
  const root = /:root\s*\{([\s\S]*?)\n\}/.exec(css)?.[1] ?? "";
  return Object.fromEntries([...root.matchAll(/--([a-z0-9-]+):\s*([^;]+);/g)].map((m) => [m[1], m[2]]));
}

/** Values of the dark theme's tokens. */
export function darkTokens(css: string): Record<string, string> {
  const dark = /:root\[data-theme="dark"\]\s*\{([\s\S]*?)\n\}/.exec(css)?.[1] ?? "";
  return Object.fromEntries([...dark.matchAll(/--([a-z0-9-]+):\s*([^;]+);/g)].map((m) => [m[1], m[2]]));
}

const icon = (src: string, sizes: string, purpose: string) => ({
  src: `/icons/${src}`,
  sizes,
  type: src.endsWith(".svg") ? "image/svg+xml" : "image/png",
  purpose,
});

const screenshot = (src: string, sizes: string, form_factor: "narrow" | "wide", label: string) => ({
  src: `/screenshots/${src}`,
  sizes,
  type: "image/png",
  form_factor,
  label,
});

/** The web manifest. Its `id` must never change: an installed application is known by it. */
export function manifest(tokens: Record<string, string>): object {
  return {
    id: "/",
    start_url: "/",
    scope: "/",
    name: `${PRODUCT}, ${TAGLINE}`,
    short_name: PRODUCT,
    description: "Écrire à sa conseillère ou son conseiller, même sans réseau.",
    lang: "fr",
    dir: "ltr",
    display: "standalone",
    background_color: tokens["color-page"],
    theme_color: tokens["color-hero"],
    categories: ["social", "productivity"],
    icons: [
      icon("mark.svg", "any", "any"),
      icon("mark-192.png", "192x192", "any"),
      icon("mark-512.png", "512x512", "any"),
      icon("maskable-192.png", "192x192", "maskable"),
      icon("maskable-512.png", "512x512", "maskable"),
      icon("monochrome.svg", "any", "monochrome"),
      icon("monochrome-512.png", "512x512", "monochrome"),
    ],
    screenshots: [
      screenshot("phone.png", "540x1080", "narrow", "Une conversation, un message en attente du réseau"),
      screenshot("desktop.png", "1280x760", "wide", "Les conversations qui attendent une réponse"),
    ],
    shortcuts: [
      { name: "Messages", url: "/messages", icons: [icon("mark-192.png", "192x192", "any")] },
      { name: "Accueil", url: "/", icons: [icon("mark-192.png", "192x192", "any")] },
    ],
  };
}

/** Fills the `%NAME%` places of index.html and writes manifest.webmanifest. */
export function identity(root: string): Plugin {
  const css = readFileSync(join(root, "src/styles/tokens.css"), "utf8");
  const light = lightTokens(css);
  const places: Record<string, string | undefined> = {
    PRODUCT,
    TAGLINE,
    THEME_LIGHT: light["color-hero"],
    THEME_DARK: darkTokens(css)["color-hero"],
  };
  const written = JSON.stringify(manifest(light));
  return {
    name: "passerelle-identity",
    transformIndexHtml: (html) => html.replace(/%([A-Z_]+)%/g, (place, name: string) => places[name] ?? place),
    generateBundle() {
      this.emitFile({ type: "asset", fileName: "manifest.webmanifest", source: written });
    },
    configureServer(server) {
      server.middlewares.use("/manifest.webmanifest", (_request, response) => {
        response.setHeader("Content-Type", "application/manifest+json").end(written);
      });
    },
  };
}
