import type { ComponentChildren } from "preact";
import { EnvoiStateLine, StateLine } from "../../../components/StateLine.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { t } from "../../../i18n/t.ts";
import { DangerNumbers } from "../Danger.tsx";
import { Points, Section } from "./Section.tsx";

export function HelpPage() {
  return (
    <>
      <Section title={t("danger.ask")}>
        <p>{t("danger.call")}</p>
        <div class="card card-rows">
          <DangerNumbers />
        </div>
      </Section>
      <Section title={t("help.questions")}>
        <div class="card card-rows rows">
          <Question title={t("help.code.title")}>
            <Points of={[t("help.code.ask"), t("help.code.once"), t("help.code.lost")]} />
          </Question>
          <Question title={t("help.offline.title")}>
            <Points of={[t("help.offline.write"), t("help.offline.leaves"), t("help.offline.keep")]} />
          </Question>
          <Question title={t("help.words.title")}>
            <Words />
          </Question>
          <Question title={t("help.change.title")}>
            <Points of={[t("help.change.edit"), t("help.change.delete"), t("help.change.trace")]} />
          </Question>
          <Question title={t("help.phone.title")}>
            <Points of={[t("help.phone.send"), t("help.phone.ask"), t("help.phone.lost")]} />
          </Question>
        </div>
      </Section>
      <Section title={t("help.nobody.title")}>
        <p>{t("help.nobody.text")}</p>
      </Section>
    </>
  );
}

function Question({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <details>
      <summary class="row row-title">
        <span class="row-body">{title}</span>
        <Icon name="chevron-right" />
      </summary>
      <div class="envoi-more">{children}</div>
    </details>
  );
}

/** The words that say where a message is, each with its meaning. */
function Words() {
  return (
    <dl class="meanings">
      <dt><StateLine state="waiting" /></dt>
      <dd>{t("help.words.waiting")}</dd>
      <dt><StateLine state="sent" /></dt>
      <dd>{t("help.words.sent")}</dd>
      <dt><StateLine state="received" /></dt>
      <dd>{t("help.words.received")}</dd>
      <dt><StateLine state="read" /></dt>
      <dd>{t("help.words.read")}</dd>
      <dt><StateLine state="failed" /></dt>
      <dd>{t("help.words.failed")}</dd>
      <dt><EnvoiStateLine state="to_review" /></dt>
      <dd>{t("help.words.to_review")}</dd>
    </dl>
  );
}
