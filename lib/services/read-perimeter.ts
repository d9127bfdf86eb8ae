import "server-only";
import { listMeteringPoints, type MeteringPointSheet } from "@/lib/data/metering-points";
import { listParticipantsWithoutPoints } from "@/lib/data/participants";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import { findUnviableDay, type UnviableDay } from "@/lib/domain/perimeter/find-unviable-day";
import { holderOn } from "@/lib/domain/perimeter/holder-on";
import { isAttachedOn } from "@/lib/domain/perimeter/is-attached-on";
import { type PerimeterState, perimeterState } from "@/lib/domain/perimeter/perimeter-state";
import type { CivilDate } from "@/lib/domain/time/civil-date";

/** A metering point, or a participant who has none yet. */
export type PerimeterRow = {
  readonly id: string;
  readonly participantId: string;
  readonly participantName: string;
  /** Null with `name`: a participant without a metering point. */
  readonly prm: string | null;
  readonly name: string | null;
  /** On the day; else when it will take part next, or did last. */
  readonly roles: readonly PerimeterRole[];
  readonly isStorage: boolean;
  readonly peakPowerW: number | null;
  /** Of the same stay as the roles. */
  readonly from: CivilDate | null;
  readonly toExclusive: CivilDate | null;
  readonly state: PerimeterState;
};

/** The registry as a list on a day, and from which day on a producer or a consumer lacks (art. 8.6). */
export async function readPerimeter(
  operationId: AuthorizedOperationId,
  day: CivilDate,
): Promise<{ readonly rows: readonly PerimeterRow[]; readonly unviable: UnviableDay | null }> {
  const [points, others] = await Promise.all([
    listMeteringPoints(operationId),
    listParticipantsWithoutPoints(operationId),
  ]);
  const rows = [...points.map((point) => toRow(point, day)), ...others.map(withoutPoint)];
  const attachments = points.flatMap((point) => point.attachments);
  return { rows, unviable: attachments.length === 0 ? null : findUnviableDay(attachments, day) };
}

function toRow({ attachments, ...point }: MeteringPointSheet, day: CivilDate): PerimeterRow {
  const shown = chooseStays(attachments, day);
  const holder = holderOn(point.holders, day) ?? point;
  const roles = [...new Set(shown.map(({ role }) => role))].sort();
  const ends = shown.map(({ toExclusive }) => toExclusive);
  return {
    id: point.id,
    participantId: holder.participantId,
    participantName: holder.participantName,
    prm: point.prm,
    name: point.name,
    roles,
    isStorage: point.isStorage,
    peakPowerW: roles.includes("producer") ? point.peakPowerW : null,
    from: shown.map(({ from }) => from).toSorted()[0] ?? null,
    toExclusive: ends.includes(null) ? null : (ends.toSorted().at(-1) ?? null),
    state: perimeterState(attachments, day),
  };
}

/** The stays that hold on the day; else the next ones; else the last ones. */
function chooseStays(stays: MeteringPointSheet["attachments"], day: CivilDate): MeteringPointSheet["attachments"] {
  const current = stays.filter((stay) => isAttachedOn(stay, day));
  if (current.length > 0) return current;
  const next = stays.find(({ from }) => from > day)?.from; // oldest first
  if (next) return stays.filter(({ from }) => from === next);
  const last = stays
    .map(({ toExclusive }) => toExclusive)
    .toSorted()
    .at(-1);
  return stays.filter(({ toExclusive }) => toExclusive === last);
}

function withoutPoint({
  id,
  name,
  hasTakenPart,
}: Awaited<ReturnType<typeof listParticipantsWithoutPoints>>[number]): PerimeterRow {
  return {
    id,
    participantId: id,
    participantName: name,
    prm: null,
    name: null,
    roles: [],
    isStorage: false,
    peakPowerW: null,
    from: null,
    toExclusive: null,
    state: hasTakenPart ? "left" : "never",
  };
}
