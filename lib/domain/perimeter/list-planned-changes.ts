import type { CoefficientKey, CoefficientKind } from "@/lib/domain/settlement/coefficient-key";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { PerimeterRole } from "./attachment";

type PlannedAttachment = {
  readonly prm: string;
  readonly role: PerimeterRole;
  readonly from: CivilDate;
  readonly toExclusive: CivilDate | null;
};

/** Something already decided for a day. */
export type PlannedChange =
  | {
      readonly what: "entry" | "exit";
      /** First day it holds. */
      readonly on: CivilDate;
      readonly prm: string;
      readonly role: PerimeterRole;
    }
  | { readonly what: "key"; readonly on: CivilDate; readonly kind: CoefficientKind };

/**
 * The entries, exits and keys decided for the days after one: a perimeter that holds from that day on replaces them.
 *
 * @returns In the order of their days.
 */
export function listPlannedChanges(
  attachments: readonly PlannedAttachment[],
  keys: readonly Pick<CoefficientKey, "from" | "kind">[],
  day: CivilDate,
): readonly PlannedChange[] {
  const moves = attachments.flatMap(({ prm, role, from, toExclusive }): readonly PlannedChange[] => [
    ...(from > day ? [{ what: "entry" as const, on: from, prm, role }] : []),
    ...(toExclusive !== null && toExclusive > day ? [{ what: "exit" as const, on: toExclusive, prm, role }] : []),
  ]);
  const later = keys
    .filter(({ from }) => from > day)
    .map(({ from, kind }) => ({ what: "key" as const, on: from, kind }));
  return [...moves, ...later].toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
}
