import type { PerimeterRole } from "./attachment";
import type { Stay } from "./changed-days";
import { joinStays } from "./join-stays";

type RoleStay = Stay & { readonly role: PerimeterRole };

/** When a metering point counts, whoever holds it: a stay that one holder ends and the next one takes up is one. */
export function listCountingDays(stays: readonly RoleStay[]): readonly RoleStay[] {
  const days = (["consumer", "producer"] as const).flatMap((role) =>
    joinStays(stays.filter((stay) => stay.role === role)).map((stay) => ({ role, ...stay })),
  );
  return days.sort((a, b) => a.from.localeCompare(b.from));
}
