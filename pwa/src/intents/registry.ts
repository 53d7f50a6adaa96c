/** Every type of intent this version can replay, whichever screen is open. */

import { registerReducers, type Reducer } from "../store/overlay.ts";
import { conflictClose } from "./closeConflict.ts";
import { messageDelete } from "./deleteMessage.ts";
import { messageEdit } from "./editMessage.ts";
import { triageFlag } from "./flagThread.ts";
import { triageHandle } from "./handleThread.ts";
import { readPositionSet, threadRead } from "./readThread.ts";
import { messageSend } from "./sendMessage.ts";
import { preferencesSet } from "./setPreference.ts";

export const REDUCERS = [
  messageSend, messageEdit, messageDelete, threadRead, readPositionSet, triageFlag, triageHandle, preferencesSet, conflictClose,
] as unknown as Reducer[];

registerReducers(REDUCERS);
