import { useLocation } from "preact-iso";
import { useEffect, useRef, useState } from "preact/hooks";
import { Icon } from "../../../components/Icon.tsx";
import { Title } from "../../../components/Title.tsx";
import { toast } from "../../../components/Toast.tsx";
import { Topbar } from "../../../components/Topbar.tsx";
import actions from "../../../i18n/fr/actions.json";
import { registerStrings, t } from "../../../i18n/t.ts";
import { createAction } from "../../../intents/createAction.ts";
import { clearDraft, writeDraft } from "../../../store/drafts.ts";
import { today } from "../../../store/followup/days.ts";
import { timeZone } from "../../../store/followup/timeZone.ts";
import { me } from "../../../store/session.ts";
import "../../../styles/action.css";
import "../../../styles/suivi.css";
import { DoneStep, FamilyStep } from "./FirstSteps.tsx";
import { cleanTitle } from "../../shared/action/limits.ts";
import { type Answers, dayOf, isWorthKeeping } from "./newAction.ts";
import { goOn, leaveSteps } from "./steps.ts";
import { type Answering, draftOf, NEW_ACTION, useAnswers } from "./useAnswers.ts";
import { faultsOf, WordsStep } from "./WordsStep.tsx";

registerStrings(actions);

/** « Nouvelle action »: done or not, what for, then the day and the words. */
export default function NewActionScreen() {
  const { query } = useLocation();
  const day = query["jour"];
  const answering = useAnswers({ done: query["fait"] === "oui", ...(day ? { day } : {}) });
  return answering ? <Questions {...answering} /> : <Topbar title={t("new_action.title")} back="/suivi" />;
}

const LAST = 3;

function Questions({ answers, change, stop }: Answering) {
  const { route } = useLocation();
  const [isAsked, setAsked] = useState(false);
  const { step } = answers;
  useArrival(step);
  const leave = () => leaveSteps(() => route("/suivi", true));
  const onBack = () => (step > 1 ? history.back() : leave());
  const answer = (next: Answers) => {
    change(next, true);
    if (next.step > step) goOn(next.step);
  };
  const save = () => {
    setAsked(true);
    const faults = faultsOf(answers, today(timeZone()));
    if (faults.first) return document.getElementById(faults.first)?.focus();
    stop();
    void keep(answers).then(leave, (failure: unknown) => {
      change(answers); // the device had no room: what is written goes on being kept
      throw failure;
    });
  };
  const giveUp = () => {
    stop();
    void forget(answers).then(leave);
  };
  return (
    <>
      <Title>{t("new_action.title.step", { step, count: LAST })}</Title>
      <Topbar title={t("new_action.title")} back="/suivi" onBack={onBack}>
        <button class="icon-button" type="button" onClick={giveUp} aria-label={t("new_action.give_up")}>
          <Icon name="x" />
        </button>
      </Topbar>
      <main id="contenu" tabIndex={-1} key={step}>
        <StepsLine step={step} />
        {step === 1 && <DoneStep answers={answers} onAnswer={answer} />}
        {step === 2 && <FamilyStep answers={answers} onAnswer={answer} />}
        {step === LAST && <WordsStep answers={answers} onChange={change} onSave={save} isAsked={isAsked} />}
      </main>
      {step === LAST && (
        <section class="actionbar" aria-label={t("action.actions")}>
          <button class="button button-primary button-large button-wide" type="submit" form="nouvelle">
            <Icon name="check" />
            {t("new_action.save")}
          </button>
        </section>
      )}
    </>
  );
}

function StepsLine({ step }: { step: number }) {
  return (
    <div class="steps" role="img" aria-label={t("new_action.step", { step, count: LAST })}>
      {[1, 2, LAST].map((one) => (
        <i key={one} class={one <= step ? "done" : undefined} />
      ))}
    </div>
  );
}

/** A step after another is a new page: it begins at the top, and its question is read. */
function useArrival(step: number): void {
  const last = useRef(step);
  useEffect(() => {
    if (last.current === step) return;
    last.current = step;
    scrollTo(0, 0);
    document.querySelector<HTMLElement>("#contenu h2")?.focus({ preventScroll: true });
  }, [step]);
}

async function keep(answers: Answers): Promise<void> {
  const day = dayOf(answers, today(timeZone()));
  if (!day || !me.value) return;
  const { title, description, category, done } = answers;
  const { undo } = await createAction({
    youngPersonId: me.value.id,
    title: cleanTitle(title),
    description,
    category,
    due: day,
    ...(done ? { status: "done", doneOn: day } : {}),
    draft: NEW_ACTION,
  });
  toast(t("state.envoi.kept"), undo ? { undo } : {});
}

/** « Fermer sans garder »: what was written comes back for a few seconds. */
async function forget(answers: Answers): Promise<void> {
  await clearDraft(NEW_ACTION);
  if (isWorthKeeping(answers)) toast(t("new_action.given_up"), { undo: () => writeDraft(NEW_ACTION, draftOf(answers)) });
}
