import { toast } from "../../../components/toast.ts";
import { t } from "../../../i18n/t.ts";

/** Copy, and say whether it worked. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast(t("refused.copied"));
  } catch {
    toast(t("refused.not_copied"));
  }
}
