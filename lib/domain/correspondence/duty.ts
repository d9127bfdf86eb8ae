import type { DeadlineEvent } from "@/lib/domain/deadlines/deadline";

/**
 * What a complaint or a letter makes somebody do, under which rule, from which day; `doneOn` null while it is to do, `lastDay`
 * where the rule does not count it.
 */
export type Duty = Pick<DeadlineEvent, "rule" | "anchorDay" | "lastDay" | "doneOn">;
