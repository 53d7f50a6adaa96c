// Which requests the worker answers, and how. Pure, so that it can be tested without a worker.

export type Answer = "shell" | "asset" | "pinned" | "network";

/** Paths that belong to the server alone. */
const SERVER = /^\/(api|healthz|readyz)(\/|$)/;

/** The worker never touches the API: data lives in IndexedDB, with its own rules. */
export function answerFor(
  request: { method: string; mode: string; url: string },
  origin: string,
  pinned: ReadonlySet<string>,
): Answer {
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== origin || SERVER.test(url.pathname)) return "network";
  if (url.pathname.startsWith("/assets/")) return "asset";
  if (pinned.has(url.pathname)) return "pinned";
  const isFile = url.pathname.slice(url.pathname.lastIndexOf("/")).includes(".");
  return request.mode === "navigate" && !isFile ? "shell" : "network";
}
