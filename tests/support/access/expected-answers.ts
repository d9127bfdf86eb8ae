import type { AccessCall } from "../../access/line";
import { NARROWED, type Narrowed, OUTCASTS, type Somebody } from "./create-callers";
import type { Answer } from "./enter";
import type { AccessRow, CallerName } from "./read-access-table";

const KEYS: readonly Somebody[] = [
  ...(["read key", "write key", "measures key", "key of the operation", "key beside"] as const),
  ...(["owing write key", "owing measures key"] as const),
];
const OUTSIDERS: readonly Somebody[] = [
  "installation",
  "participant",
  "stranger",
  "administrator beside",
  "key beside",
];
const OF_THE_OPERATION: readonly Somebody[] = ["officer of the operation", "key of the operation"];

/** Whose rights somebody has, as far as they go. */
const COLUMN_OF: Readonly<Record<Narrowed, CallerName>> = {
  "officer of the operation": "officer",
  "administrator beside": "admin",
  "owing administrator": "admin",
  "owing write key": "write key",
  "owing measures key": "measures key",
  "key of the operation": "write key",
  "key beside": "write key",
};

/** Rows about a collectivity and none of its operations. */
const OF_A_COLLECTIVITY =
  /^(?:access|climate|collectivity|evidence|installation)\.|^(?:account\.duty|account\.mail|operation\.carbon|operation\.create|operation\.logo)$/;

/** What an entrance may answer to somebody, by its row of README. */
export function expectedAnswers(entrance: string, call: AccessCall, row: AccessRow, who: Somebody): readonly Answer[] {
  if (isLetIn(entrance, call, row, who)) return answersInside(entrance, call);
  // The accounts library knows nothing of keys and duties, only whether somebody is signed in.
  if (entrance.startsWith("AUTH ")) return ["UNAUTHENTICATED"];
  if (who === "nobody" || isOutcast(who)) return ["UNAUTHENTICATED"];
  if (KEYS.includes(who) && isScreen(entrance)) return ["UNAUTHENTICATED"];
  if (who === "owing administrator" || who === "owing write key") return ["TWO_FACTOR_DUE"];
  if (who === "measures key" || who === "owing measures key") return ["MEASURES_ONLY_KEY"];
  // What is not his is not there; of what he names himself, he may be told that his role does not go so far.
  if (!call.isOwn && isOutside(call, who)) return ["NOT_FOUND"];
  return KEYS.includes(who) ? ["READ_ONLY_KEY", "FORBIDDEN", "NOT_FOUND"] : ["FORBIDDEN", "NOT_FOUND"];
}

function answersInside(entrance: string, call: AccessCall): readonly Answer[] {
  // Sent nothing, the accounts library says that nobody is known.
  if (entrance.startsWith("AUTH ") && !call.isOwn) return ["passed", "UNAUTHENTICATED"];
  return call.isAbsent ? ["passed", "NOT_FOUND"] : ["passed"];
}

function isLetIn(entrance: string, call: AccessCall, { allowed }: AccessRow, who: Somebody): boolean {
  if (allowed.has("nobody")) return true;
  if (isOutcast(who) || (KEYS.includes(who) && isScreen(entrance))) return false;
  if (who === "owing write key") return false;
  if (who === "owing administrator") return call.isOpenWhileOwing === true && allowed.has("admin");
  if (who === "stranger") return call.isOwn === true && allowed.has("admin");
  if (!isNarrowed(who)) return allowed.has(who);
  const isHis = call.isOwn || call.isOfEveryOperation || !OUTSIDERS.includes(who);
  return isHis && !OF_A_COLLECTIVITY.test(call.tag) && allowed.has(COLUMN_OF[who]);
}

const isOutside = ({ tag }: AccessCall, who: Somebody) =>
  OUTSIDERS.includes(who) || (OF_THE_OPERATION.includes(who) && OF_A_COLLECTIVITY.test(tag));

/** A page, its frame or an action: nothing a key opens. */
const isScreen = (entrance: string) => /^(?:PAGE|LAYOUT|ACTION) /.test(entrance);

const isOutcast = (who: Somebody): who is (typeof OUTCASTS)[number] => OUTCASTS.some((outcast) => outcast === who);

const isNarrowed = (who: Somebody): who is Narrowed => NARROWED.some((narrowed) => narrowed === who);
