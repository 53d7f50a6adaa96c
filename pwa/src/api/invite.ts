/** Creating accounts needs the server at once: these are ordinary requests, not intents. They throw ApiError. */

import { request } from "./client.ts";
import type { AdvisorDraft, InvitationIssued, YoungPersonDraft, YoungPersonInvited } from "./schema.d.ts";
import type { Id } from "./types.ts";

/** Create a young person followed by the signed-in advisor, with the code that lets them in. */
export function inviteYoungPerson(person: YoungPersonDraft): Promise<YoungPersonInvited> {
  return request("POST", "/api/young-people", person);
}

/** Make a new code for a young person; their other devices are signed out. */
export function newCode(youngPersonId: Id): Promise<InvitationIssued> {
  return request("POST", `/api/young-people/${youngPersonId}/invitations`);
}

/** Invite a colleague by a one-time link; supervisors only. */
export function inviteAdvisor(advisor: AdvisorDraft): Promise<InvitationIssued> {
  return request("POST", "/api/advisors/invitations", advisor);
}
