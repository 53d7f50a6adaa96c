import { t } from "../../i18n/t.ts";
import { EnvoisContent, TryNow } from "../shared/envois/EnvoisContent.tsx";
import { Screen } from "./shell/Screen.tsx";

export function EnvoisScreen() {
  return (
    <Screen title={t("envois.title")} heading={t("envois.title")} back="/plus">
      <div class="reading stack">
        <EnvoisContent />
        <TryNow />
      </div>
    </Screen>
  );
}
