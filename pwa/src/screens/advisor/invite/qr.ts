/** The drawing of a QR code as the address of a picture: nothing of it can run. */
export function pictureOf(svg: string): string {
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
