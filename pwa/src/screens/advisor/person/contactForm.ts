/** What the server accepts of a way to reach somebody, checked loosely before it leaves. Pure. */

import type { ContactField } from "../../../api/types.ts";

export type ContactWords = Record<ContactField, string>;

/** Characters. */
const LONGEST: Record<ContactField, number> = { phone: 40, email: 254, usual_first_name: 60 };

/** A key of sentence for each field that is wrong; nothing written clears the field. */
export function faultsOfContact({ phone, email, usual_first_name }: ContactWords): Partial<Record<ContactField, string>> {
  const faults: Partial<Record<ContactField, string>> = {};
  if (phone.trim() !== "" && !isPhone(phone.trim())) faults.phone = "contact.fault.phone";
  if (email.trim() !== "" && !isEmail(email.trim())) faults.email = "contact.fault.email";
  if (Array.from(usual_first_name.trim()).length > LONGEST.usual_first_name) faults.usual_first_name = "contact.fault.usual_first_name";
  return faults;
}

function isPhone(text: string): boolean {
  const digits = text.replace(/\D/g, "").length;
  return text.length <= LONGEST.phone && /^\+?[\d\s.()/-]+$/.test(text) && digits >= 6 && digits <= 15;
}

function isEmail(text: string): boolean {
  return text.length <= LONGEST.email && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
}
