import type { Deadline } from "./deadline";

/**
 * Whether a deadline waits for the organiser himself: a duty of his that is not done. What the DSO owes, and what takes
 * place by itself, is only watched.
 */
export function isToDo({ actor, nature, state }: Pick<Deadline, "actor" | "nature" | "state">): boolean {
  return actor !== "dso" && nature === "duty" && state.kind !== "done";
}
