/** Words of actions and appointments that both views say the same way; importing this file registers them. */

import words from "./fr/words.json";
import { registerStrings } from "./t.ts";

registerStrings(words);
