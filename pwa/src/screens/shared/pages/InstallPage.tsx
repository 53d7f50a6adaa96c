import { useState } from "preact/hooks";
import { Banner } from "../../../components/Banner.tsx";
import { Icon } from "../../../components/Icon.tsx";
import type { IconName } from "../../../../build/icons.ts";
import { t } from "../../../i18n/t.ts";
import { me } from "../../../store/session.ts";
import { status } from "../../../store/status.ts";
import { canPrompt, isApple, isInstalled, promptInstall } from "../install/prompt.ts";
import { Section } from "./Section.tsx";

interface Step {
  icon: IconName;
  text: string;
}

const APPLE: Step[] = [
  { icon: "external-link", text: "install.apple.safari" },
  { icon: "share", text: "install.apple.share" },
  { icon: "square-plus", text: "install.apple.add" },
  { icon: "smartphone", text: "install.apple.open" },
];
const ANDROID: Step[] = [
  { icon: "ellipsis-vertical", text: "install.android.menu" },
  { icon: "download", text: "install.android.add" },
  { icon: "smartphone", text: "install.android.open" },
];
const FIREFOX: Step[] = [
  { icon: "ellipsis-vertical", text: "install.firefox.menu" },
  { icon: "square-plus", text: "install.firefox.add" },
  { icon: "smartphone", text: "install.android.open" },
];
const DESKTOP: Step[] = [
  { icon: "monitor", text: "install.desktop.bar" },
  { icon: "download", text: "install.desktop.do" },
];

/** How to keep the application on the home screen: this browser's way first, the others below. */
export function InstallPage() {
  if (isInstalled()) return <Banner tone="good" title={t("install.done.title")}>{t("install.done.text")}</Banner>;
  const mine = isApple() ? "apple" : /Firefox/.test(navigator.userAgent) ? "firefox" : /Android/.test(navigator.userAgent) ? "android" : "desktop";
  const ways = [
    { name: "apple", title: t("install.apple.title"), steps: APPLE },
    { name: "android", title: t("install.android.title"), steps: ANDROID },
    { name: "firefox", title: t("install.firefox.title"), steps: FIREFOX },
    { name: "desktop", title: t("install.desktop.title"), steps: DESKTOP },
  ];
  const first = ways.filter(({ name }) => name === mine);
  const others = ways.filter(({ name }) => name !== mine);
  return (
    <>
      <p>{t("install.why")}</p>
      {isApple() && <AppleFirst />}
      <OneTap />
      {[...first, ...others].map(({ name, title, steps }) => (
        <Section title={title} key={name}>
          <Steps of={steps} />
        </Section>
      ))}
    </>
  );
}

/** The installed application of an iPhone has its own storage: better before signing in, or once everything has left. */
function AppleFirst() {
  const unsent = status.value.waiting;
  if (!me.value) return <Banner title={t("install.apple.before.title")}>{t("install.apple.before.text")}</Banner>;
  const title = unsent > 0 ? t("install.apple.wait.title", { count: unsent }) : t("install.apple.again.title");
  return (
    <Banner tone="notice" title={title}>
      {t(unsent > 0 ? "install.apple.wait.text" : "install.apple.again.text")}
    </Banner>
  );
}

function OneTap() {
  const [done, setDone] = useState(false);
  if (done) return <Banner tone="good" title={t("install.done.title")} live>{t("install.done.text")}</Banner>;
  if (!canPrompt()) return null;
  return (
    <button class="button button-primary button-large button-wide" type="button" onClick={() => void promptInstall().then(setDone)}>
      <Icon name="download" />
      {t("install.invite.do")}
    </button>
  );
}

function Steps({ of: steps }: { of: Step[] }) {
  return (
    <ol class="card facts">
      {steps.map(({ icon, text }) => (
        <li key={text}>
          <Icon name={icon} />
          <span>{t(text)}</span>
        </li>
      ))}
    </ol>
  );
}
