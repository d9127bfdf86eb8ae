import type { AccessCall } from "../../access/line";
import { OUTCASTS, type Somebody } from "./create-callers";
import type { Answer } from "./enter";
import type { AccessRow, CallerName } from "./read-access-table";

const KEYS: readonly Somebody[] = ["read key", "write key", "measures key"];
const OUTSIDERS: readonly Somebody[] = ["installation", "participant", "stranger"];

/** What an entrance may answer to somebody, by its row of README. */
export function expectedAnswers(entrance: string, call: AccessCall, row: AccessRow, who: Somebody): readonly Answer[] {
  if (isLetIn(entrance, call, row, who)) {
    // Sent nothing, the accounts library says that nobody is known; what is not set up is not there.
    if (entrance.startsWith("AUTH ")) return ["passed", "UNAUTHENTICATED", "NOT_FOUND"];
    return call.isAbsent ? ["passed", "NOT_FOUND"] : ["passed"];
  }
  if (entrance.startsWith("AUTH ")) return ["UNAUTHENTICATED", "NOT_FOUND"];
  if (who === "nobody" || isOutcast(who)) return ["UNAUTHENTICATED"];
  if (KEYS.includes(who) && isScreen(entrance)) return ["UNAUTHENTICATED"];
  if (who === "measures key") return ["MEASURES_ONLY_KEY"];
  if (KEYS.includes(who)) return ["READ_ONLY_KEY", "FORBIDDEN", "NOT_FOUND"];
  // What is not his is not there; of what he names himself, he may be told that his role does not go so far.
  if (OUTSIDERS.includes(who) && !call.isOwn) return ["NOT_FOUND"];
  return ["FORBIDDEN", "NOT_FOUND"];
}

function isLetIn(entrance: string, call: AccessCall, { allowed }: AccessRow, who: Somebody): boolean {
  if (allowed.has("nobody")) return true;
  if (isOutcast(who) || (KEYS.includes(who) && isScreen(entrance))) return false;
  return who === "stranger" ? call.isOwn === true && allowed.has("admin") : allowed.has(who as CallerName);
}

/** A page, its frame or an action: nothing a key opens. */
const isScreen = (entrance: string) => /^(?:PAGE|LAYOUT|ACTION) /.test(entrance);

const isOutcast = (who: Somebody) => OUTCASTS.some((outcast) => outcast === who);
