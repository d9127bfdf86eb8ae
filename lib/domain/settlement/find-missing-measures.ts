import type { Attachment, PerimeterRole } from "@/lib/domain/perimeter/attachment";
import { isAttachedOn } from "@/lib/domain/perimeter/is-attached-on";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { listParisDays } from "@/lib/domain/time/list-paris-days";
import type { SettlementInput, SettlementPoint } from "./settlement";

/** A day on which a metering point counts and a value is neither measured nor correctable. */
export type MissingMeasure = {
  readonly meteringPointId: string;
  readonly role: PerimeterRole;
  readonly day: CivilDate;
  readonly missingSteps: number;
};

/**
 * What prevents a period from being settled.
 *
 * @returns Empty when every attached metering point has a value at every step.
 * @see Convention Enedis-FOR-CF_01E, art. 5.2.3; a value that cannot be corrected stays missing.
 */
export function findMissingMeasures(input: SettlementInput): readonly MissingMeasure[] {
  return [
    ...input.producers.flatMap((point) => missingDays(point, "producer", input)),
    ...input.consumers.flatMap((point) => missingDays(point, "consumer", input)),
  ];
}

function missingDays(point: SettlementPoint, role: PerimeterRole, input: SettlementInput): MissingMeasure[] {
  const { meteringPointId, curve } = point;
  if (!curve.energyWh.some(Number.isNaN)) return [];
  const attachments = input.attachments.filter(
    (attachment: Attachment) => attachment.meteringPointId === meteringPointId && attachment.role === role,
  );
  return listParisDays(input.axis).flatMap(({ day, start, length }) => {
    if (!attachments.some((attachment) => isAttachedOn(attachment, day))) return [];
    const missingSteps = curve.energyWh.subarray(start, start + length).filter(Number.isNaN).length;
    return missingSteps === 0 ? [] : [{ meteringPointId, role, day, missingSteps }];
  });
}
