import type { IconName } from "../../../../build/icons.ts";
import type { Answer } from "../../../api/types.ts";
import { Icon } from "../../../components/Icon.tsx";
import { t } from "../../../i18n/t.ts";
import "../../../i18n/words.ts";

const LOOKS: Record<Answer | "none", { icon: IconName; look: string }> = {
  coming: { icon: "check", look: "state state-good" },
  not_coming: { icon: "calendar-x", look: "state state-notice" },
  none: { icon: "clock", look: "state" },
};

/** « Vient », « Ne peut pas », « Sans réponse ». */
export function AnswerState({ answer }: { answer: Answer | null }) {
  const { icon, look } = LOOKS[answer ?? "none"];
  return (
    <span class={look}>
      <Icon name={icon} />
      {t(`answer.${answer ?? "none"}`)}
    </span>
  );
}
