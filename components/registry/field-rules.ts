import type { LoadRule } from "@/lib/schemas/load-rule";
import type { METERING_POINT_FIELDS } from "@/lib/schemas/metering-point";
import type { PARTICIPANT_FIELDS } from "@/lib/schemas/participant";

/** The rules of the registry's fields, as the server holds them. */
export const loadStartDayRule: LoadRule = async () => (await import("@/lib/schemas/operation-fields")).startDaySchema;

export const loadPrmRule: LoadRule = async () => (await import("@/lib/schemas/metering-point")).typedPrmSchema;

export const loadSeasonRule: LoadRule = async () => (await import("@/lib/schemas/tariff")).seasonMonthsSchema;

export const loadClockRangesRule: LoadRule = async () => (await import("@/lib/schemas/tariff")).clockRangesSchema;

export type MeteringPointField = keyof typeof METERING_POINT_FIELDS;

export const loadMeteringPointRule =
  (field: MeteringPointField): LoadRule =>
  async () =>
    (await import("@/lib/schemas/metering-point")).METERING_POINT_FIELDS[field];

export const loadParticipantRule =
  (field: keyof typeof PARTICIPANT_FIELDS): LoadRule =>
  async () =>
    (await import("@/lib/schemas/participant")).PARTICIPANT_FIELDS[field];
