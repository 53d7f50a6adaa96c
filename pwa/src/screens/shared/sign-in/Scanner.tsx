import { useEffect, useRef, useState } from "preact/hooks";
import { Sheet } from "../../../components/Sheet.tsx";
import { t } from "../../../i18n/t.ts";
import { qrDetector } from "./camera.ts";
import { missingSigns } from "./code.ts";

const LOOK_EVERY_MS = 250;

export interface ScannerProps {
  onFound: (code: string) => void;
  onClose: () => void;
}

/** The camera in a sheet, until it sees one of our codes. Pictures never leave the phone. */
export default function Scanner({ onFound, onClose }: ScannerProps) {
  const video = useRef<HTMLVideoElement>(null);
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    const watching = new AbortController();
    const found = (code: string) => {
      onClose();
      onFound(code);
    };
    watch(video.current!, watching.signal, found).catch(() => setRefused(true));
    return () => watching.abort();
  }, []);
  return (
    <Sheet open title={t("scan.title")} onClose={onClose}>
      {refused ? <p>{t("scan.refused")}</p> : <p class="meta">{t("scan.help")}</p>}
      <video class="scan-view" ref={video} playsInline muted aria-label={t("scan.view")} hidden={refused} />
    </Sheet>
  );
}

/** Looks at the back camera until a code of ours appears or the signal says stop; throws when there is no camera. */
async function watch(video: HTMLVideoElement, stop: AbortSignal, found: (code: string) => void): Promise<void> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  const release = () => stream.getTracks().forEach((track) => track.stop());
  if (stop.aborted) return release();
  stop.addEventListener("abort", release);
  video.srcObject = stream;
  await video.play();
  const detector = qrDetector();
  while (!stop.aborted) {
    const seen = await detector.detect(video).catch(() => []);
    const ours = seen.find(({ rawValue }) => missingSigns(rawValue) === 0);
    if (ours) return found(ours.rawValue);
    await new Promise((next) => setTimeout(next, LOOK_EVERY_MS));
  }
}
