import type { PerimeterManagement } from "@/lib/domain/perimeter/declared-perimeter";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Consent } from "./consent";
import { type ConsentHolder, type ConsentPoint, listMissingConsents } from "./list-missing-consents";

/**
 * Which metering points could no longer take part, or no longer enter, once a consent is withdrawn.
 *
 * @param consent - One of the registry's, the same object.
 * @returns Ids, in the order of `points`; those that already lack something are among them only if they lack more.
 * @see Convention, art. 5.1.4.
 */
export function listWithdrawalConsequences<T extends Consent>(
  registry: {
    readonly management: PerimeterManagement;
    readonly participants: readonly ConsentHolder[];
    readonly points: readonly ConsentPoint[];
    readonly consents: readonly T[];
  },
  consent: T,
  day: CivilDate,
): readonly string[] {
  const consents = registry.consents.map((each) => (each === consent ? { ...each, withdrawnDay: day } : each));
  const before = new Map(listMissingConsents(registry, day).map((each) => [each.meteringPointId, each.lacks]));
  return listMissingConsents({ ...registry, consents }, day)
    .filter(({ meteringPointId, lacks }) => lacks.length > (before.get(meteringPointId)?.length ?? 0))
    .map(({ meteringPointId }) => meteringPointId);
}
