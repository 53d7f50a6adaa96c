import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { Skeleton } from "../../../components/Skeleton.tsx";
import { t } from "../../../i18n/t.ts";
import { status } from "../../../store/status.ts";
import { summaries } from "../../../store/summaries.ts";
import { InviteButton } from "../invite/InviteButton.tsx";
import { countOf } from "../people/filters.ts";
import { NameFilter } from "../people/NameFilter.tsx";
import { NobodyFound } from "../people/NobodyFound.tsx";
import { useGrowing } from "../people/useGrowing.tsx";
import { ConversationLine } from "./ConversationLine.tsx";
import { firstOf, grouped, type Triage, TRIAGES } from "./groups.ts";
import { conversationName, triage } from "./state.ts";

/** Every conversation: who waits first and since when. */
export function ConversationList({ open }: { open: string | undefined }) {
  const name = conversationName.value;
  const groups = grouped(summaries.value, { triage: triage.value, name, open });
  const list = useRef<HTMLDivElement>(null);
  const group = groups.find(([, people]) => people.some((one) => one.youngPersonId === open))?.[0];
  // Coming back to an open conversation, or answering it: its line is never lost from sight.
  useLayoutEffect(() => list.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" }), [group]);
  const { limit, end } = useGrowing(summaries.value.length);
  const clear = () => {
    conversationName.value = "";
    triage.value = null;
  };
  return (
    <section class="pane-list" aria-label={t("messages.list")}>
      <div class="pane-tools">
        <NameFilter label={t("messages.filter")} value={name} onInput={(value) => (conversationName.value = value)} />
        <Chips />
      </div>
      <div class="pane-scroll" ref={list}>
        {firstOf(groups, limit).map(([group, people]) => (
          <section key={group} aria-labelledby={`groupe-${group}`}>
            <h2 class="group" id={`groupe-${group}`}>
              {t(`messages.group.${group}`)}
            </h2>
            <ul class="threads">
              {people.map((person) => (
                <li key={person.youngPersonId}>
                  <ConversationLine person={person} isOpen={person.youngPersonId === open} />
                </li>
              ))}
            </ul>
          </section>
        ))}
        {end}
        {groups.length === 0 && <NoLine name={name} onClear={clear} />}
      </div>
    </section>
  );
}

function NoLine({ name, onClear }: { name: string; onClear: () => void }) {
  if (summaries.value.length > 0) return <NobodyFound name={name} filter={triage.value} onClear={onClear} />;
  if (status.value.firstSync) return <Skeleton rows={5} />;
  return (
    <div class="nobody">
      <p>{t("portfolio.empty.title")}</p>
      <InviteButton />
    </div>
  );
}

function Chips() {
  const name = useId();
  return (
    <fieldset class="choices triage">
      <legend class="visually-hidden">{t("messages.triage")}</legend>
      {TRIAGES.map((one) => (
        <label class="choice" key={one}>
          <input type="radio" name={name} checked={triage.value === one} onChange={() => (triage.value = one)} />
          <span>
            {t(`triage.${one ?? "all"}`)} <ChipCount triage={one} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function ChipCount({ triage: one }: { triage: Triage }) {
  if (!one) return null;
  return <b>{countOf(summaries.value, one)}</b>;
}
