/** The composer's field, for whoever brings the keyboard to it. */
export const FIELD = "message-field";

export function focusComposer(): void {
  document.getElementById(FIELD)?.focus();
}
