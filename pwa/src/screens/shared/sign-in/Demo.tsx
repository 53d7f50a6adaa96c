import { useEffect, useState } from "preact/hooks";
import { request } from "../../../api/client.ts";
import type { Role } from "../../../api/types.ts";
import { Avatar } from "../../../components/Avatar.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { Sheet } from "../../../components/Sheet.tsx";
import { t } from "../../../i18n/t.ts";
import { signInDemo } from "../../../store/session.ts";

interface Persona {
  persona: string;
  name: string;
  role: Role;
}

/** Invented people anyone may become; a server without demonstration answers 404 and nothing is shown. */
export function Demo() {
  const [personas, setPersonas] = useState<Persona[]>([]);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    request<{ personas: Persona[] }>("GET", "/api/demo/personas").then((answer) => setPersonas(answer.personas), () => undefined);
  }, []);
  if (personas.length === 0) return null;
  return (
    <>
      <button class="button button-quiet button-wide" type="button" onClick={() => setOpen(true)}>
        <Icon name="play" />
        {t("demo.try")}
      </button>
      <Sheet open={open} onClose={() => setOpen(false)} title={t("demo.title")}>
        <p>{t("demo.text")}</p>
        <ul class="rows">
          {personas.map(({ persona, name, role }) => (
            <li key={persona}>
              <button class="row" type="button" onClick={() => void signInDemo(persona)}>
                <Avatar name={name} tint={role === "advisor" ? 1 : 2} />
                <span class="row-body">
                  <span class="row-title">{name}</span>
                  <span class="meta">{t(role === "advisor" ? "demo.advisor" : "demo.young_person")}</span>
                </span>
                <Icon name="chevron-right" />
              </button>
            </li>
          ))}
        </ul>
      </Sheet>
    </>
  );
}
