import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import type { CivilDate } from "@/lib/domain/time/civil-date";

/** A metering point, as far as evidence needs it. */
export type EvidencePoint = {
  readonly id: string;
  /** Producers only. [W] */
  readonly peakPowerW: number | null;
  readonly energySource: string | null;
  readonly attachments: readonly EvidenceStay<{ readonly role: PerimeterRole }>[];
  readonly holders: readonly EvidenceStay<{ readonly participantId: string }>[];
};

type EvidenceStay<T> = T & {
  readonly from: CivilDate;
  /** First day that no longer counts; null while open. */
  readonly toExclusive: CivilDate | null;
};
