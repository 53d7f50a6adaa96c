/** The part of BarcodeDetector we use; TypeScript's own library does not describe it. */
export interface Detector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}
interface DetectorClass {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats(): Promise<string[]>;
}

function detectorClass(): DetectorClass | undefined {
  return (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;
}

/** Whether this browser can read a QR code by itself, and there is a camera to ask for. */
export async function canScan(): Promise<boolean> {
  const known = await detectorClass()?.getSupportedFormats().catch((): string[] => []);
  return (known?.includes("qr_code") ?? false) && navigator.mediaDevices !== undefined;
}

/** Reads QR codes; call only when canScan() said yes. */
export function qrDetector(): Detector {
  const Known = detectorClass();
  if (!Known) throw new Error("canScan() said no");
  return new Known({ formats: ["qr_code"] });
}
