import type { CivilDate } from "@/lib/domain/time/civil-date";

/** Who sees to an action: a member of the collectivity, by id, or a service in words that name nobody. */
export type ActionPilot =
  | { readonly kind: "member"; readonly userId: string }
  | { readonly kind: "service"; readonly name: string };

/** What is said of a sub-action or a task beside its status; null where nothing is. */
export type ActionNote = {
  /** Free text with its line breaks; people write names in it. */
  readonly explanation: string | null;
  /** Why the action is not concerned; kept when it is concerned again. */
  readonly outReason: string | null;
  readonly pilot: ActionPilot | null;
  /** By which day it is to be done, that day included. */
  readonly dueDay: CivilDate | null;
};

/** What is changed of a note: a field that is absent stays as it is, null takes it back. */
export type ActionNoteChange = Partial<ActionNote>;
