import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { InvitationPreview } from "../../../api/types.ts";
import { Avatar } from "../../../components/Avatar.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { Title } from "../../../components/Title.tsx";
import { t } from "../../../i18n/t.ts";
import { redeemInvitation } from "../../../store/session.ts";
import { TermsSummary } from "../terms/TermsSummary.tsx";
import { AppleFirst } from "./AppleFirst.tsx";
import { codeServed, secretFor } from "./code.ts";
import { type Trouble, troubleOf } from "./errors.ts";
import { isLongEnough, PasswordField } from "./PasswordField.tsx";
import { Patience } from "./Patience.tsx";
import { TroubleBanner } from "./TroubleBanner.tsx";

export interface WelcomeProps {
  code: string;
  preview: InvitationPreview;
  onNotMe: () => void;
}

/** Who is expected, by whom, on which terms. Only the button of this page uses the code up. */
export function Welcome({ code, preview, onNotMe }: WelcomeProps) {
  const entry = useEntry(code, preview);
  // The form before it may have been scrolled; whose name this is comes first.
  useLayoutEffect(() => scrollTo(0, 0), []);
  return (
    <form class="door-steps" onSubmit={entry.submit} noValidate>
      <main id="contenu" tabIndex={-1}>
        <Title>{t("welcome.title")}</Title>
        <h1 tabIndex={-1}>{t("welcome.hello", { name: preview.first_name })}</h1>
        <Host preview={preview} />
        <AppleFirst code={code} />
        <TroubleBanner trouble={entry.trouble} />
        {preview.needs_password && (
          <div class="card">
            <PasswordField value={entry.password} onValue={entry.setPassword} tried={entry.tried} inputRef={entry.input} />
          </div>
        )}
        <TermsSummary role={preview.role} advisor={preview.advisor?.first_name} />
        <button class="button button-quiet button-wide" type="button" onClick={onNotMe}>
          {t("welcome.not_me")}
        </button>
      </main>
      <section class="actionbar" aria-label={t("welcome.actions")}>
        <Patience words={t("welcome.entering")} busy={entry.busy} />
        <button class="button button-primary button-large button-wide" type="submit" aria-busy={entry.busy}>
          {t(entry.busy ? "welcome.entering" : "welcome.enter")}
        </button>
      </section>
    </form>
  );
}

function useEntry(code: string, { terms, needs_password }: InvitationPreview) {
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const input = useRef<HTMLInputElement>(null);

  const enter = async () => {
    setBusy(true);
    setTrouble(null);
    try {
      await redeemInvitation({ code, terms, secret: secretFor(code), ...(needs_password ? { password } : {}) });
      codeServed();
    } catch (error) {
      setTrouble(troubleOf(error));
      setBusy(false);
    }
  };
  const submit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (needs_password && !isLongEnough(password)) input.current?.focus();
    else if (!busy) void enter();
  };
  return { password, setPassword, tried, busy, trouble, input, submit };
}

function Host({ preview: { advisor, structure } }: { preview: InvitationPreview }) {
  return (
    <div class="card line">
      {advisor ? (
        <Avatar name={advisor.first_name} />
      ) : (
        <span class="glyph">
          <Icon name="building-2" />
        </span>
      )}
      <p>
        {advisor && <b class="block">{t("welcome.with", { name: advisor.first_name })}</b>}
        <span class={advisor ? "meta" : ""}>{structure}</span>
      </p>
    </div>
  );
}
