/** Where the advisor's menu leads; only pages that exist. */

import type { IconName } from "../../../../build/icons.ts";

export interface Entry {
  href: string;
  icon: IconName;
  label: string;
  /** Typed after « g ». */
  key: string;
}

export const PORTFOLIO: Entry = { href: "/portefeuille", icon: "users-round", label: "menu.portfolio", key: "p" };
export const MESSAGES: Entry = { href: "/messages", icon: "message-circle", label: "menu.messages", key: "m" };
export const MORE: Entry = { href: "/plus", icon: "menu", label: "menu.more", key: "" };

/** A young person's page belongs to the portfolio; settings belong to « Plus » on a phone. */
export function isCurrent(entry: Entry, path: string): boolean {
  if (entry === PORTFOLIO && path.startsWith("/jeunes/")) return true;
  if (entry === MORE && (path === "/profil" || path === "/envois")) return true;
  return path === entry.href || path.startsWith(`${entry.href}/`);
}
