/** An action being written: three questions, their answers, and what stops them from being kept. Pure. */

import type { Category, CivilDay } from "../../../api/types.ts";
import { addDays } from "../../../store/followup/days.ts";

export type Step = 1 | 2 | 3;
export interface Answers {
  step: Step;
  /** null until it is answered: never deduced from the day. */
  done: boolean | null;
  category: Category | null;
  /** null: today, as long as nobody chose. */
  day: CivilDay | null;
  /** The day is asked with a date field. */
  isOtherDay: boolean;
  title: string;
  description: string;
}

export const BLANK: Answers = { step: 1, done: null, category: null, day: null, isOtherDay: false, title: "", description: "" };

/** Whether leaving would lose something. */
export function isWorthKeeping({ done, title, description }: Answers): boolean {
  return done !== null || title.trim() !== "" || description.trim() !== "";
}

/** The answers kept on the device; blank ones when they cannot be read. */
export function answersIn(text: string): Answers {
  try {
    const held: unknown = JSON.parse(text);
    return isAnswers(held) ? { ...held, step: furthest(held) } : BLANK;
  } catch {
    return BLANK;
  }
}

function isAnswers(held: unknown): held is Answers {
  if (typeof held !== "object" || held === null) return false;
  const { title, description, step } = held as Partial<Answers>;
  return typeof title === "string" && typeof description === "string" && (step === 1 || step === 2 || step === 3);
}

/** The step to show: never past a question without an answer. */
function furthest({ step, done, category }: Answers): Step {
  if (done === null) return 1;
  return category === null && step === 3 ? 2 : step;
}

/** What the address asks for, on top of what was kept: « J’ai fait une action », or a given day. */
export function withAsked(answers: Answers, asked: { done?: boolean; day?: CivilDay }): Answers {
  let next = answers;
  if (asked.done && next.done !== true) next = withDone(next, true);
  if (asked.day) next = { ...next, day: asked.day, isOtherDay: false };
  return next;
}

/** The answer to « C’est déjà fait ? »; a day that no longer makes sense is asked again. */
export function withDone(answers: Answers, done: boolean): Answers {
  const changed = answers.done !== null && answers.done !== done;
  return { ...answers, done, step: 2, ...(changed ? { day: null, isOtherDay: false } : {}) };
}

export function withCategory(answers: Answers, category: Category): Answers {
  return { ...answers, category, step: 3 };
}

/** The day beside today that has a button of its own: the day before for what is done, the day after for what is not. */
export function nearDayOf(done: boolean, today: CivilDay): CivilDay {
  return addDays(today, done ? -1 : 1);
}

export type DayChoice = "today" | "near" | "other";

/** Which of the three buttons is chosen. */
export function chosenDay({ day, isOtherDay, done }: Answers, today: CivilDay): DayChoice {
  if (isOtherDay) return "other";
  if (day === null || day === today) return "today";
  return day === nearDayOf(done === true, today) ? "near" : "other";
}

export function withDayChoice(answers: Answers, choice: DayChoice, today: CivilDay): Answers {
  if (choice === "other") return { ...answers, isOtherDay: true, day: null };
  return { ...answers, isOtherDay: false, day: choice === "today" ? today : nearDayOf(answers.done === true, today) };
}

/** The day the action will have; null while « Autre jour » has no date. */
export function dayOf(answers: Answers, today: CivilDay): CivilDay | null {
  return answers.isOtherDay ? answers.day : (answers.day ?? today);
}

/** Two years either way: what the server accepts. */
const FURTHEST_DAYS = 730;
export type DayFault = "missing" | "ahead" | "past" | "far";

/** The days a date field offers. */
export function boundsOf(done: boolean, today: CivilDay): { min: CivilDay; max: CivilDay } {
  return done ? { min: addDays(today, -FURTHEST_DAYS), max: today } : { min: today, max: addDays(today, FURTHEST_DAYS) };
}

/** What is wrong with a day; null when it can be kept. */
export function faultOfDay(day: CivilDay | null, done: boolean, today: CivilDay): DayFault | null {
  if (!day) return "missing";
  const { min, max } = boundsOf(done, today);
  if (done) return day > max ? "ahead" : day < min ? "far" : null;
  return day < min ? "past" : day > max ? "far" : null;
}
