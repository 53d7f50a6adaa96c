import { Title } from "../../components/Title.tsx";
import { Topbar } from "../../components/Topbar.tsx";
import { monthYear } from "../../i18n/dates.ts";
import { t } from "../../i18n/t.ts";
import { MySync } from "../shared/MySync.tsx";
import { ProfileContent } from "../shared/profile/ProfileContent.tsx";
import { fullName } from "../shared/names.ts";
import { myAdvisors } from "./mine.ts";
import { MyAdvisors } from "./profile/MyAdvisors.tsx";
import { MyDetails } from "./profile/MyDetails.tsx";

export default function ProfileScreen() {
  const advisor = myAdvisors()[0];
  const since = advisor && t("profile.with", { name: fullName(advisor), since: monthYear(advisor.since) });
  return (
    <>
      <Title>{t("profile.title")}</Title>
      <Topbar title={t("profile.title")} back="/accueil">
        <MySync />
      </Topbar>
      <main id="contenu" tabIndex={-1}>
        <ProfileContent line={since} tint={2}>
          <MyAdvisors />
          <MyDetails />
        </ProfileContent>
      </main>
    </>
  );
}
