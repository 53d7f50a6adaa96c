import type { Me } from "../../api/types.ts";

const PUBLIC = new Set(["/aide", "/mentions-legales", "/donnees-personnelles", "/accessibilite", "/installer"]);

/** Pages anyone reads, signed in or not. */
export function isPublic(path: string): boolean {
  return PUBLIC.has(path);
}

/** The first screen of a person. */
export function homeOf(person: Pick<Me, "role">): string {
  return person.role === "advisor" ? "/portefeuille" : "/accueil";
}

let wanted: string | null = null;

/** The page asked for before signing in, to go there afterwards. */
export function rememberWanted(path: string): void {
  wanted = path === "/" ? null : path;
}

/** That page, once. */
export function takeWanted(): string | null {
  const path = wanted;
  wanted = null;
  return path;
}
