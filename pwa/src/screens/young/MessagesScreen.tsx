import { useState } from "preact/hooks";
import { Avatar } from "../../components/Avatar.tsx";
import { Icon } from "../../components/Icon.tsx";
import { Title } from "../../components/Title.tsx";
import { t } from "../../i18n/t.ts";
import { me } from "../../store/session.ts";
import { Danger } from "../shared/Danger.tsx";
import { ThreadPane } from "../shared/thread/ThreadPane.tsx";
import { fullName } from "../shared/names.ts";
import { myAdvisors } from "./mine.ts";

export default function MessagesScreen() {
  const person = me.value;
  if (!person) return null;
  return (
    <>
      <Title>{t("messages.title")}</Title>
      <Head />
      <main id="contenu" tabIndex={-1} class="thread-main">
        <ThreadPane youngPersonId={person.id} view="young" />
      </main>
    </>
  );
}

/** Who reads me, how soon, and the numbers to call when it cannot wait. */
function Head() {
  const [asked, setAsked] = useState(false);
  const advisor = myAdvisors()[0];
  const delay = advisor?.usual_delay ? t("advisor.delay", { delay: advisor.usual_delay }) : null;
  return (
    <header class="topbar topbar-sticky thread-head">
      {advisor && <Avatar name={fullName(advisor)} />}
      <div class="thread-who">
        <h1 class="person-name" tabIndex={-1}>
          {advisor ? fullName(advisor) : t("messages.title")}
        </h1>
        {delay && <span class="meta">{delay}</span>}
      </div>
      <button class="button button-quiet button-small" type="button" onClick={() => setAsked(true)}>
        <Icon name="phone" size="small" />
        {t("danger.ask")}
        <span class="visually-hidden"> {t("danger.numbers")}</span>
      </button>
      <Danger open={asked} onClose={() => setAsked(false)} advisor={advisor} />
    </header>
  );
}
