import type { ContactField } from "../../../api/types.ts";

/** Key of the sentence that says what is wrong with a phone number or an address; undefined when nothing is, or nothing is written. */
export function contactError(field: ContactField, typed: string): string | undefined {
  const text = typed.trim();
  if (!text) return undefined;
  if (field === "phone" && !/^\+?\d{6,15}$/.test(text.replace(/[\s.\-()]/g, ""))) return "details.phone.wrong";
  if (field === "email" && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) return "details.email.wrong";
  return undefined;
}
