import "../../../i18n/words.ts";
import { useLocation } from "preact-iso";
import { focusHeading } from "../../../a11y/navigation.ts";
import type { CivilDay, Id } from "../../../api/types.ts";
import { Avatar } from "../../../components/Avatar.tsx";
import { Empty } from "../../../components/Empty.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { toast } from "../../../components/Toast.tsx";
import { clock, dayLabel } from "../../../i18n/dates.ts";
import review from "../../../i18n/fr/review.json";
import { registerStrings, t } from "../../../i18n/t.ts";
import { type Choice, conflictOf, type ConflictGroup, openConflicts, settleConflicts, type Version } from "../../../store/followup/conflicts.ts";
import { today } from "../../../store/followup/days.ts";
import { timeZone } from "../../../store/followup/timeZone.ts";
import { pieces } from "./differences.ts";
import { firstName, keepWords, type Line, linesOf, ownerOf, reviewHref, thingOf } from "./said.ts";

registerStrings(review);

/** What was written twice and the name of the choice; undefined once it is settled. */
export function reviewed(recordId: Id): { group: ConflictGroup; heading: string } | undefined {
  const group = conflictOf(recordId);
  return group && { group, heading: headingOf(group) };
}

function headingOf(group: ConflictGroup): string {
  return group.title ?? t(`review.heading.${HEADED.has(group.record.k) ? group.record.k : "other"}`);
}

const HEADED: ReadonlySet<string> = new Set(["appointment", "message", "note", "contact"]);

/** Two versions of equal weight. The application does not side with anyone. */
export function Versions({ group }: { group: ConflictGroup }) {
  const day = today(timeZone());
  const choose = useChoice(group);
  if (group.rows.every(({ d }) => d.group === "deleted" && d.kept.value === null)) return <Undeleted group={group} onSeen={choose} />;
  const [mine, theirs] = [linesOf(group.mine, day), linesOf(group.theirs, day)];
  return (
    <>
      <p>{introOf(group)}</p>
      <ol class="versions">
        <VersionCard version={group.mine} lines={mine} others={theirs} onKeep={() => choose("mine")} />
        <VersionCard version={group.theirs} lines={theirs} others={mine} onKeep={() => choose("theirs")} />
      </ol>
      <p class="meta">{t("review.marked")}</p>
    </>
  );
}

function introOf({ record, mine, theirs }: ConflictGroup): string {
  const thing = thingOf(record.k);
  if (mine.isMine && theirs.isMine) return t("review.intro.self", { thing });
  if (mine.isMine) return t("review.intro", { name: firstName(theirs), thing });
  return t("review.intro.others", { one: firstName(mine), other: firstName(theirs), thing });
}

interface VersionCardProps {
  version: Version;
  lines: Line[];
  others: Line[];
  onKeep: () => void;
}

function VersionCard({ version, lines, others, onKeep }: VersionCardProps) {
  return (
    <li class="version">
      <div class="version-owner">
        <Avatar name={version.name} />
        <p>
          <b class="block">{ownerOf(version)}</b>
          <span class="meta">{`${dayLabel(version.at)}, ${clock(version.at)}`}</span>
        </p>
      </div>
      <div class="version-lines">
        {lines.map((line) => (
          <VersionLine key={line.group} line={line} other={others.find(({ group }) => group === line.group)?.text ?? ""} />
        ))}
      </div>
      <button class="button button-wide" type="button" onClick={onKeep}>
        {keepWords(version)}
      </button>
    </li>
  );
}

/** The words of one line; what the other version does not say is marked. */
function VersionLine({ line, other }: { line: Line; other: string }) {
  return (
    <p dir="auto">
      {line.label && <span class="meta">{t("review.field", { label: line.label })}</span>}
      {pieces(line.text, other).map(({ text, differs }, index) => (differs ? <mark key={index}>{text}</mark> : text))}
    </p>
  );
}

/** A deletion that a comment or a « fait » undid: nothing to choose, something to know. */
function Undeleted({ group: { mine }, onSeen }: { group: ConflictGroup; onSeen: (stays: Choice) => void }) {
  const isMineTheDeletion = mine.values.deleted !== null;
  return (
    <div class="stack">
      <p>{t(isMineTheDeletion ? "review.undeleted" : "review.undeleted.other")}</p>
      <button class="button button-wide" type="button" onClick={() => onSeen(isMineTheDeletion ? "theirs" : "mine")}>
        {t("review.understood")}
      </button>
    </div>
  );
}

/** « Garder les deux », where a second record makes sense. */
export function KeepBoth({ group }: { group: ConflictGroup }) {
  const choose = useChoice(group);
  if (!group.canKeepBoth) return null;
  return (
    <button class="button button-wide" type="button" onClick={() => choose("both")}>
      <Icon name="copy" size="small" />
      {t("review.keep_both")}
    </button>
  );
}

/** Settles, says so with « Annuler », and shows what is left to read again. */
function useChoice(group: ConflictGroup): (choice: Choice) => void {
  const { route } = useLocation();
  return (choice) => void settle(group, choice, () => route("/a-relire"));
}

async function settle(group: ConflictGroup, choice: Choice, leave: () => void): Promise<void> {
  const { undo } = await settleConflicts(group, choice);
  toast(t(choice === "both" ? "review.both_kept" : "review.done"), { undo });
  leave();
  focusHeading();
}

/** Everything that has two versions. */
export function ReviewList() {
  const groups = openConflicts.value;
  if (groups.length === 0) return <Empty planks={15} title={t("review.none")} text={t("review.none.text")} />;
  const day = today(timeZone());
  return (
    <ul class="card card-rows rows">
      {groups.map((group) => (
        <li key={group.record.k + group.record.id}>
          <ReviewRow group={group} day={day} />
        </li>
      ))}
    </ul>
  );
}

function ReviewRow({ group, day }: { group: ConflictGroup; day: CivilDay }) {
  const excerpt = linesOf(group.mine, day)[0]?.text ?? "";
  return (
    <a class="row" href={reviewHref(group.record.id)}>
      <span class="glyph">
        <Icon name="eye" />
      </span>
      <span class="row-body">
        <span class="row-title">{headingOf(group)}</span>
        <span class="meta one-line" dir="auto">
          {excerpt}
        </span>
      </span>
      <Icon name="chevron-right" size="small" />
    </a>
  );
}

/** Somebody has chosen already, here or elsewhere. */
export function Settled() {
  return (
    <Empty planks={15} title={t("review.settled")} text={t("review.settled.text")}>
      <a class="button" href="/a-relire">
        {t("review.all")}
      </a>
    </Empty>
  );
}
