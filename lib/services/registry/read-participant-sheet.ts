import "server-only";
import { listMeteringPoints } from "@/lib/data/metering-points";
import { findParticipant, type ParticipantSheet } from "@/lib/data/participants";
import { listRegistryEvents, type RegistryEvent } from "@/lib/data/registry-events";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import { type PerimeterState, perimeterState } from "@/lib/domain/perimeter/perimeter-state";
import type { CivilDate } from "@/lib/domain/time/civil-date";

export type ParticipantPoint = {
  readonly id: string;
  readonly prm: string;
  readonly name: string;
  readonly roles: readonly PerimeterRole[];
  readonly isStorage: boolean;
  readonly state: PerimeterState;
};

/** A participant, what he holds on a day, and what was done to both; null when there is none. */
export async function readParticipantSheet(
  operationId: AuthorizedOperationId,
  participantId: string,
  day: CivilDate,
): Promise<{
  readonly participant: ParticipantSheet;
  readonly points: readonly ParticipantPoint[];
  readonly events: readonly RegistryEvent[];
} | null> {
  const [participant, all] = await Promise.all([
    findParticipant(operationId, participantId),
    listMeteringPoints(operationId),
  ]);
  if (!participant) return null;
  const points = all
    .filter((point) => [point, ...point.holders].some((holder) => holder.participantId === participantId))
    .map(({ id, prm, name, isStorage, attachments, holders }) => ({
      id,
      prm,
      name,
      isStorage,
      roles: [...new Set(attachments.map(({ role }) => role))],
      state: perimeterState(
        holders.filter((holder) => holder.participantId === participantId),
        day,
      ),
    }));
  const ids = points.map(({ id }) => id);
  return { participant, points, events: await listRegistryEvents(operationId, participantId, ids) };
}
