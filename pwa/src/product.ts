// The name an adopter changes (with PRODUCT in server/config.py), and which release this is.

export const PRODUCT = "Passerelle";
export const TAGLINE = "l’application du CEJ";

declare const __VERSION__: string | undefined;
declare const __BUILD__: string | undefined;

/** Release of the client, `YYYY.MM.N`, as in package.json. */
export const VERSION: string = typeof __VERSION__ === "undefined" ? "0" : __VERSION__;

/** Fingerprint of the sources this page was built from; the server tells which one it serves. */
export const BUILD: string = typeof __BUILD__ === "undefined" ? "source" : __BUILD__;
