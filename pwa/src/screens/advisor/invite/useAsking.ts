import { useState } from "preact/hooks";
import { ApiError } from "../../../api/client.ts";
import { t } from "../../../i18n/t.ts";
import { syncNow } from "../../../store/status.ts";

export interface Asking {
  isAsking: boolean;
  /** What happened, in words; null when nothing did. */
  trouble: string | null;
  /** For somebody who can help: the request's number. */
  detail: string | null;
  /** The server's own sentence about a field. */
  fieldTrouble: (field: string) => string | undefined;
  ask: (request: () => Promise<void>) => Promise<void>;
}

/** Asks the server for an account or a code, once at a time, and puts refusals into words. */
export function useAsking(): Asking {
  const [isAsking, setAsking] = useState(false);
  const [failure, setFailure] = useState<ApiError | null>(null);
  const ask = async (request: () => Promise<void>) => {
    if (isAsking) return;
    setAsking(true);
    setFailure(null);
    try {
      await request();
      void syncNow(); // not awaited: the new person arrives with the next page
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setFailure(error);
    } finally {
      setAsking(false);
    }
  };
  const fieldTrouble = (field: string) => failure?.errors[field]?.[0];
  return { isAsking, trouble: failure && troubleWords(failure), detail: failure?.requestId ?? null, fieldTrouble, ask };
}

function troubleWords({ code, retryAfter }: ApiError): string {
  switch (code) {
    case "offline":
      return t("invite.trouble.offline");
    case "auth":
      return t("invite.trouble.auth");
    case "validation":
      return t("invite.trouble.validation");
    case "forbidden":
    case "missing":
      return t("invite.trouble.forbidden");
    case "too_many":
      return t("invite.trouble.too_many", { count: Math.max(1, Math.ceil((retryAfter ?? 60) / 60)) });
    default:
      return t("invite.trouble.ours");
  }
}
