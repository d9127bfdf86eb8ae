import type { ActionPilot } from "./action-note";
import type { ActionCategory } from "./referential";
import type { ShownStatus } from "./shown-status";

/** What actions are looked for; null where anything goes. */
export type ActionFilters = {
  readonly category: ActionCategory | null;
  /** `unfilled`: concerned, and nothing said where something is to be. */
  readonly status: Exclude<ShownStatus, null | "by_task" | "closed"> | "unfilled" | null;
  /** `none`: still to be done, and nobody sees to it. */
  readonly pilot: ActionPilot | "none" | null;
  /** Late, or due within so many days from today, today and the last one included. [days] */
  readonly due: "late" | number | null;
  /** Only what something is still to be said of. */
  readonly onlyGaps: boolean;
  /** In the number, from its beginning, or in the title; empty for anything. */
  readonly search: string;
};
