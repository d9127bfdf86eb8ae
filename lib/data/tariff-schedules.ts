import "server-only";
import type { ClockRange, DatedTariffSchedule } from "@/lib/domain/tariffs/tariff-schedule";
import type { DatedTariffSeason } from "@/lib/domain/tariffs/tariff-season";
import { fromDbDate } from "./codecs";
import { prisma } from "./prisma";
import type { AuthorizedOperationId } from "./scope";

/** The off-peak hours of a metering point from a day on, as they stand. */
export type TariffScheduleRecord = DatedTariffSchedule & { readonly id: string; readonly meteringPointId: string };

const STANDING = {
  id: true,
  meteringPointId: true,
  fromDay: true,
  structure: true,
  offPeak: true,
  lowSeasonOffPeak: true,
  highSeasonMonths: true,
} as const;

// A row that a later one replaced stood until then.
const standing = (knownAt: Date | null) =>
  knownAt === null
    ? { supersededAt: null }
    : { createdAt: { lte: knownAt }, OR: [{ supersededAt: null }, { supersededAt: { gt: knownAt } }] };

/** The schedules that stand, or stood at an instant, of one metering point when asked, oldest first. */
export async function listTariffSchedules(
  operationId: AuthorizedOperationId,
  { meteringPointId, knownAt = null }: { readonly meteringPointId?: string; readonly knownAt?: Date | null } = {},
): Promise<readonly TariffScheduleRecord[]> {
  const rows = await prisma.tariffSchedule.findMany({
    where: { operationId, ...standing(knownAt), ...(meteringPointId ? { meteringPointId } : {}) },
    orderBy: [{ fromDay: "asc" }, { meteringPointId: "asc" }],
    select: STANDING,
  });
  return rows.map(({ fromDay, offPeak, lowSeasonOffPeak, highSeasonMonths, ...row }) => ({
    ...row,
    from: fromDbDate(fromDay),
    offPeak: decodeRanges(offPeak),
    lowSeasonOffPeak: lowSeasonOffPeak === null ? null : decodeRanges(lowSeasonOffPeak),
    highSeasonMonths: highSeasonMonths.length > 0 ? highSeasonMonths : null,
  }));
}

/** The high seasons that stand, or stood at an instant, oldest first; none where nobody said otherwise than November to March. */
export async function listTariffSeasons(
  operationId: AuthorizedOperationId,
  knownAt: Date | null = null,
): Promise<readonly (DatedTariffSeason & { readonly id: string })[]> {
  const rows = await prisma.tariffSeason.findMany({
    where: { operationId, ...standing(knownAt) },
    orderBy: { fromDay: "asc" },
    select: { id: true, fromDay: true, highSeasonMonths: true },
  });
  return rows.map(({ fromDay, ...row }) => ({ ...row, from: fromDbDate(fromDay) }));
}

// Written by encodeRanges: pairs of minutes.
const decodeRanges = (stored: unknown): readonly ClockRange[] =>
  (stored as readonly (readonly [number, number])[]).map(([fromMinute, toMinute]) => ({ fromMinute, toMinute }));

/** Ranges as the database holds them. */
export const encodeRanges = (ranges: readonly ClockRange[]): string =>
  JSON.stringify(ranges.map(({ fromMinute, toMinute }) => [fromMinute, toMinute]));
