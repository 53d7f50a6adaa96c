/** One typed fetch for the REST resources; the sync endpoint has its own in sync/transport.ts. */

export interface Problem {
  code: string;
  title: string;
  status: number;
  request_id?: string;
  errors?: Record<string, string[]>;
}

/** What the server refused, by stable `code`; `offline` when nothing answered. Screens switch on the code, never on the title. */
export class ApiError extends Error {
  override name = "ApiError";
  readonly code: string;
  readonly title: string;
  readonly status: number;
  readonly requestId: string | null;
  /** Seconds. */
  readonly retryAfter: number | null;
  readonly errors: Record<string, string[]>;

  constructor(problem: Problem, retryAfter: number | null = null) {
    super(problem.code);
    this.code = problem.code;
    this.title = problem.title;
    this.status = problem.status;
    this.requestId = problem.request_id ?? null;
    this.retryAfter = retryAfter;
    this.errors = problem.errors ?? {};
  }
}

const TIMEOUT_MS = 20_000;

/** Send one request with the session cookie and give its JSON, or null for an empty answer; throws ApiError. */
export async function request<T>(method: string, path: string, body?: unknown): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      credentials: "same-origin",
      cache: "no-store",
      headers: body === undefined ? {} : { "Content-Type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch {
    throw new ApiError({ code: "offline", title: "", status: 0 });
  }
  if (!response.ok) throw await problemOf(response);
  return (response.status === 204 ? null : await response.json()) as T;
}

/** Read problem+json out of a refusal; a proxy's HTML page becomes the code `unavailable`. */
async function problemOf(response: Response): Promise<ApiError> {
  const fallback = { code: "unavailable", title: "", status: response.status };
  const body = (await response.json().catch(() => null)) as Partial<Problem> | null;
  const known = typeof body?.code === "string" ? { ...fallback, ...body } : fallback;
  return new ApiError(known, retryAfterSeconds(response));
}

/** Read Retry-After given in seconds; null when absent or a date. */
export function retryAfterSeconds(response: Response): number | null {
  const seconds = Number(response.headers.get("Retry-After") || Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : null;
}
