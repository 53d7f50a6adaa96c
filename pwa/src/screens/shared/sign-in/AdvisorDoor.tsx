import { useRef, useState } from "preact/hooks";
import { SkipLink } from "../../../a11y/SkipLink.tsx";
import { Field } from "../../../components/Field.tsx";
import { Mark } from "../../../components/Mark.tsx";
import { Scene } from "../../../components/Scene.tsx";
import { Title } from "../../../components/Title.tsx";
import { t } from "../../../i18n/t.ts";
import { PRODUCT } from "../../../product.ts";
import { signIn } from "../../../store/session.ts";
import { Again } from "./Again.tsx";
import { Demo } from "./Demo.tsx";
import { type Trouble, troubleOf } from "./errors.ts";
import { TroubleBanner } from "./TroubleBanner.tsx";

/** The advisors' door: the bridge on one side, address and password on the other. */
export function AdvisorDoor() {
  return (
    <div class="door advisor-door">
      <SkipLink />
      <header class="door-picture">
        <div class="line">
          <Mark />
          <span class="wordmark">
            {PRODUCT}
            <small>{t("door.tagline")}</small>
          </span>
        </div>
        <Scene planks={9} />
        <p class="door-line">{t("door.line")}</p>
      </header>
      <main id="contenu" tabIndex={-1} class="door-form">
        <div class="stack">
          <Title>{t("door.title")}</Title>
          <h1 tabIndex={-1}>{t("door.title")}</h1>
          <Again />
          <Credentials />
          <p class="meta">
            {t("door.closed")} <a href="/aide">{t("door.help")}</a>
          </p>
          <div class="stack-tight">
            <a class="button button-quiet button-wide" href="/connexion">
              {t("door.have_code")}
            </a>
            <Demo />
          </div>
        </div>
      </main>
    </div>
  );
}

function Credentials() {
  const { submit, busy, trouble, tried, email, password } = useCredentials();
  const lacks = (value: string, key: string) => (tried && !value ? t(key) : undefined);
  return (
    <form class="card stack" onSubmit={submit} noValidate>
      <TroubleBanner trouble={trouble} />
      <Field
        label={t("door.email")}
        type="email"
        autocomplete="username"
        autocapitalize="off"
        spellcheck={false}
        inputRef={email.input}
        value={email.value}
        onInput={(event) => email.set(event.currentTarget.value)}
        error={lacks(email.value, "door.email.missing")}
      />
      <Field
        label={t("door.password")}
        type="password"
        autocomplete="current-password"
        inputRef={password.input}
        value={password.value}
        onInput={(event) => password.set(event.currentTarget.value)}
        error={lacks(password.value, "door.password.missing")}
      />
      <button class="button button-primary button-large button-wide" type="submit" aria-busy={busy}>
        {t(busy ? "door.entering" : "door.enter")}
      </button>
    </form>
  );
}

function useEntryField() {
  const [value, set] = useState("");
  return { value, set, input: useRef<HTMLInputElement>(null) };
}

function useCredentials() {
  const email = useEntryField();
  const password = useEntryField();
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  const enter = async () => {
    setBusy(true);
    setTrouble(null);
    try {
      await signIn(email.value.trim(), password.value);
    } catch (error) {
      setTrouble(troubleOf(error));
      setBusy(false);
    }
  };
  const submit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    const lacking = [email, password].find(({ value }) => !value.trim());
    if (lacking) lacking.input.current?.focus();
    else if (!busy) void enter();
  };
  return { email, password, tried, busy, trouble, submit };
}
