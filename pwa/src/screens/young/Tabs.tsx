import { Bottombar } from "../../components/Bottombar.tsx";
import { t } from "../../i18n/t.ts";
import { unreadCount } from "./mine.ts";

const TABS = ["/accueil", "/messages", "/suivi"];

/** Whether this page is one of the menu's own; the others have « Retour » instead. */
export function isTab(path: string): boolean {
  return TABS.includes(path);
}

export function Tabs({ path }: { path: string }) {
  const unread = unreadCount();
  return (
    <Bottombar
      entries={[
        { href: "/accueil", icon: "house", label: t("tabs.home"), current: path === "/accueil" },
        {
          href: "/messages",
          icon: "message-circle",
          label: t("tabs.messages"),
          count: unread,
          countLabel: t("tabs.unread", { count: unread }),
          current: path === "/messages",
        },
        { href: "/suivi", icon: "calendar-check", label: t("tabs.followup"), current: path === "/suivi" },
      ]}
    />
  );
}
