import { lazy } from "preact-iso";
import { useEffect, useRef, useState } from "preact/hooks";
import { Field } from "../../../components/Field.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { Scene } from "../../../components/Scene.tsx";
import { Title } from "../../../components/Title.tsx";
import { t } from "../../../i18n/t.ts";
import { Again } from "./Again.tsx";
import { AppleFirst } from "./AppleFirst.tsx";
import { canScan } from "./camera.ts";
import { missingSigns } from "./code.ts";
import { Demo } from "./Demo.tsx";
import type { Trouble } from "./errors.ts";
import { NoCode } from "./NoCode.tsx";
import { Patience } from "./Patience.tsx";
import { TroubleBanner } from "./TroubleBanner.tsx";

const Scanner = lazy(() => import("./Scanner.tsx"));

export interface CodeFormProps {
  code: string;
  onCode: (typed: string) => void;
  onLook: (code: string) => Promise<void>;
  looking: boolean;
  trouble: Trouble | null;
}

export function CodeForm({ code, onCode, onLook, looking, trouble }: CodeFormProps) {
  const scan = useScan();
  return (
    <main id="contenu" tabIndex={-1}>
      <Title>{t("sign_in.title")}</Title>
      <Scene planks={9} />
      <div>
        <h1 tabIndex={-1}>{t("sign_in.welcome")}</h1>
        <p>{t("sign_in.tagline")}</p>
      </div>
      <Again />
      <AppleFirst />
      <TroubleBanner trouble={trouble} />
      {scan.possible && (
        <button class="button button-primary button-large button-wide" type="button" onClick={scan.open}>
          <Icon name="qr-code" />
          {t("sign_in.scan")}
        </button>
      )}
      <TypeCode code={code} onCode={onCode} onLook={onLook} looking={looking} second={scan.possible} />
      <Others />
      {scan.isOpen && <Scanner onFound={(found) => void onLook(found)} onClose={scan.close} />}
    </main>
  );
}

function useScan() {
  const [possible, setPossible] = useState(false);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => void canScan().then(setPossible), []);
  return { possible, isOpen, open: () => setOpen(true), close: () => setOpen(false) };
}

interface TypeCodeProps extends Omit<CodeFormProps, "trouble"> {
  /** Scanning comes first here: typing is the other way. */
  second: boolean;
}

function TypeCode({ code, onCode, onLook, looking, second }: TypeCodeProps) {
  const [tried, setTried] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const missing = missingSigns(code);
  const submit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (missing === 0) void onLook(code);
    else input.current?.focus();
  };
  return (
    <form class="card stack" onSubmit={submit} noValidate>
      <Field
        label={t(second ? "sign_in.code.or_type" : "sign_in.code.label")}
        help={t("sign_in.code.help")}
        error={tried && missing > 0 ? t("sign_in.code.missing", { count: missing }) : undefined}
        inputRef={input}
        class="control-code"
        value={code}
        onInput={(event) => onCode(event.currentTarget.value)}
        placeholder="VAL7-K4PQ"
        autocomplete="one-time-code"
        autocapitalize="characters"
        autocorrect="off"
        spellcheck={false}
        enterkeyhint="go"
      />
      <button class={`button button-wide ${second ? "" : "button-primary button-large"}`} type="submit" aria-busy={looking}>
        {t(looking ? "sign_in.code.looking" : "sign_in.code.continue")}
      </button>
      <Patience words={t("sign_in.code.looking")} busy={looking} />
      {!second && (
        <p class="meta line">
          <Icon name="qr-code" />
          {t("sign_in.code.camera")}
        </p>
      )}
    </form>
  );
}

function Others() {
  const [lost, setLost] = useState(false);
  return (
    <div class="stack-tight">
      <button class="button button-quiet button-wide" type="button" onClick={() => setLost(true)}>
        <Icon name="circle-question-mark" />
        {t("sign_in.no_code")}
      </button>
      <a class="button button-quiet button-wide" href="/connexion?espace=conseiller">
        <Icon name="briefcase" />
        {t("sign_in.advisor")}
      </a>
      <Demo />
      <PublicLine />
      <NoCode open={lost} onClose={() => setLost(false)} />
    </div>
  );
}

function PublicLine() {
  return (
    <p class="public-links">
      <a href="/aide">{t("pages.help")}</a>
      <a href="/donnees-personnelles">{t("pages.data")}</a>
      <a href="/accessibilite">{t("pages.accessibility")}</a>
      <a href="/mentions-legales">{t("pages.legal")}</a>
    </p>
  );
}
