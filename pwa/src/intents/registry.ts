/** Every type of intent this version can replay, whichever screen is open. */

import { registerReducers, type Reducer } from "../store/overlay.ts";
import { appointmentAnswer } from "./answerAppointment.ts";
import { appointmentAttend } from "./attendAppointment.ts";
import { appointmentCancel, appointmentRestore } from "./cancelAppointment.ts";
import { conflictClose } from "./closeConflict.ts";
import { actionComment } from "./commentAction.ts";
import { actionCreate } from "./createAction.ts";
import { appointmentCreate } from "./createAppointment.ts";
import { actionDelete, actionRestore } from "./deleteAction.ts";
import { messageDelete } from "./deleteMessage.ts";
import { noteDelete, noteRestore } from "./deleteNote.ts";
import { actionEdit } from "./editAction.ts";
import { appointmentEdit } from "./editAppointment.ts";
import { messageEdit } from "./editMessage.ts";
import { noteEdit } from "./editNote.ts";
import { triageFlag } from "./flagThread.ts";
import { triageHandle } from "./handleThread.ts";
import { appointmentMove } from "./moveAppointment.ts";
import { actionQualify } from "./qualifyAction.ts";
import { readPositionSet, threadRead } from "./readThread.ts";
import { messageSend } from "./sendMessage.ts";
import { actionStatus } from "./setActionStatus.ts";
import { contactSet } from "./setContact.ts";
import { preferencesSet } from "./setPreference.ts";
import { noteWrite } from "./writeNote.ts";

export const REDUCERS = [
  messageSend, messageEdit, messageDelete, threadRead, readPositionSet, triageFlag, triageHandle, preferencesSet, conflictClose,
  actionCreate, actionEdit, actionStatus, actionComment, actionDelete, actionRestore, actionQualify,
  appointmentCreate, appointmentMove, appointmentEdit, appointmentCancel, appointmentRestore, appointmentAnswer, appointmentAttend,
  noteWrite, noteEdit, noteDelete, noteRestore, contactSet,
] as unknown as Reducer[];

registerReducers(REDUCERS);
