import { useEffect, useState } from "preact/hooks";
import { SkipLink } from "../../../a11y/SkipLink.tsx";
import type { InvitationPreview } from "../../../api/types.ts";
import { Mark } from "../../../components/Mark.tsx";
import { PRODUCT } from "../../../product.ts";
import { previewInvitation } from "../../../store/session.ts";
import { CodeForm } from "./CodeForm.tsx";
import { heldSecret, keepCode, keptCode, missingSigns, tidyCode } from "./code.ts";
import { type Trouble, troubleOf } from "./errors.ts";
import { Welcome } from "./Welcome.tsx";

/** The door of whoever holds an invitation: a code first, then who is waiting and what is agreed. */
export function CodeDoor() {
  const { code, setCode, preview, trouble, looking, look, forget } = useInvitation();
  return (
    <div class="young">
      <SkipLink />
      <header class="topbar">
        <Mark />
        <span class="wordmark">{PRODUCT}</span>
      </header>
      {preview ? (
        <Welcome code={code} preview={preview} onNotMe={forget} />
      ) : (
        <CodeForm code={code} onCode={setCode} onLook={look} looking={looking} trouble={trouble} />
      )}
    </div>
  );
}

/** A code and what it opens. A followed link is looked at once, which never uses it up. */
function useInvitation() {
  const [code, setTyped] = useState(() => tidyCode(location.hash) || keptCode());
  const [preview, setPreview] = useState<InvitationPreview | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [looking, setLooking] = useState(false);

  const setCode = (typed: string) => {
    setTyped(tidyCode(typed));
    setTrouble(null);
    keepCode(tidyCode(typed));
  };
  const look = async (wanted: string) => {
    setCode(wanted);
    setLooking(true);
    try {
      setPreview(await previewInvitation(tidyCode(wanted), heldSecret(tidyCode(wanted))));
    } catch (error) {
      setTrouble(troubleOf(error));
    }
    setLooking(false);
  };
  const forget = () => {
    setPreview(null);
    setCode("");
    history.replaceState(history.state, "", location.pathname);
  };
  useEffect(() => {
    const follow = () => void (missingSigns(location.hash) === 0 && look(location.hash));
    follow();
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  return { code, setCode, preview, trouble, looking, look, forget };
}
