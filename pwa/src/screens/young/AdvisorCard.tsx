import type { FollowingAdvisor } from "../../api/types.ts";
import { Avatar } from "../../components/Avatar.tsx";
import { Empty } from "../../components/Empty.tsx";
import { Icon } from "../../components/Icon.tsx";
import { t } from "../../i18n/t.ts";
import { fullName, myAdvisors, myDossier, mySummary } from "./mine.ts";

/** Who accompanies me, how soon they usually answer, and the way to write to them. */
export function AdvisorCard() {
  const [first, ...others] = myAdvisors();
  if (!first) return <NoAdvisor />;
  return (
    <section class="card stack" aria-labelledby="accompagne">
      <h2 class="visually-hidden" id="accompagne">
        {t("home.advisor.heading")}
      </h2>
      {[first, ...others].map((advisor) => (
        <Person advisor={advisor} key={advisor.id} />
      ))}
      {mySummary()?.last != null && (
        <a class="button button-primary button-large button-wide" href="/messages">
          <Icon name="message-circle" />
          {t("home.advisor.write", { name: first.first_name })}
        </a>
      )}
    </section>
  );
}

function Person({ advisor }: { advisor: FollowingAdvisor }) {
  const role = advisor.role === "stand_in" ? t("home.advisor.stand_in") : t("home.advisor.referent", { title: advisor.title });
  return (
    <div class="person-line">
      <Avatar name={fullName(advisor)} size="large" />
      <p>
        <span class="meta block">{role}</span>
        <b class="person-name">{fullName(advisor)}</b>
        {advisor.usual_delay && (
          <span class="meta block">{t("advisor.delay", { delay: advisor.usual_delay })}</span>
        )}
      </p>
    </div>
  );
}

function NoAdvisor() {
  const structure = myDossier()?.structure;
  return (
    <section class="card">
      <Empty
        planks={0}
        title={t("home.no_advisor.title")}
        text={structure ? t("home.no_advisor.text", { structure }) : undefined}
      />
    </section>
  );
}
