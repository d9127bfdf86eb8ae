import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { KeyVersion } from "./key-version";

/** Where a version of the key stands on a day. */
export type KeyState =
  /** Being made; may change. */
  | "draft"
  /** The participants are told; the DSO is not yet. */
  | "announced"
  /** Notified; its first day is to come. */
  | "sent"
  | "in_force"
  /** Another key took its place, from its end on or wholly. */
  | "superseded"
  /** Given up before it was sent. */
  | "given_up";

/** The life of a version: draft → announced → sent → in force → superseded. */
export function keyState(
  key: Pick<KeyVersion, "progress" | "from" | "toExclusive" | "isSuperseded">,
  day: CivilDate,
): KeyState {
  if (key.progress !== "sent") return key.isSuperseded ? "given_up" : key.progress;
  if (key.isSuperseded || (key.toExclusive !== null && key.toExclusive <= day)) return "superseded";
  return key.from > day ? "sent" : "in_force";
}
