import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import type { CivilDate } from "@/lib/domain/time/civil-date";

/**
 * What a run was computed from, part by part, but for the curves: those it keeps themselves. Ids only: it names nobody.
 *
 * Two runs of the same parts and the same curves give the same figures.
 */
export type RunInputs = {
  /** Cut to the period, sorted. */
  readonly attachments: readonly RecordedAttachment[];
  readonly keys: readonly RecordedKey[];
  /** In the order they were sent. */
  readonly deliveries: readonly RecordedDelivery[];
  /** The decisions on measures that stood, sorted. */
  readonly decisionIds: readonly string[];
};

export type RecordedAttachment = {
  readonly meteringPointId: string;
  readonly role: PerimeterRole;
  readonly from: CivilDate;
  readonly toExclusive: CivilDate | null;
};

export type RecordedKey = {
  readonly id: string;
  readonly kind: string;
  readonly from: CivilDate;
  readonly toExclusive: CivilDate | null;
  /** Of its shares, hexadecimal. */
  readonly sha256: string;
};

export type RecordedDelivery = {
  readonly id: string;
  readonly isRefused: boolean;
  /** Of its coefficients and of the steps that were rejected, hexadecimal. */
  readonly sha256: string;
};
