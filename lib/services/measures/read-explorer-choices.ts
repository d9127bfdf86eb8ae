import "server-only";
import { findMeasuredPeriod } from "@/lib/data/load-curve-days";
import { listMeteringPoints } from "@/lib/data/metering-points";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { CivilDate } from "@/lib/domain/time/civil-date";

/** What there is to look at. */
export type ExplorerChoices = {
  readonly hasConsumers: boolean;
  readonly hasProducers: boolean;
  /** By name. */
  readonly participants: readonly { readonly id: string; readonly name: string }[];
  readonly points: readonly { readonly prm: string; readonly name: string }[];
  /** First and last day any meter sent values for; null before the first import. */
  readonly measured: { readonly firstDay: CivilDate; readonly lastDay: CivilDate } | null;
};

/** The curves one may choose, and the days there are values for. */
export async function readExplorerChoices(operationId: AuthorizedOperationId): Promise<ExplorerChoices> {
  const [points, measured] = await Promise.all([listMeteringPoints(operationId), findMeasuredPeriod(operationId)]);
  const has = (role: "consumer" | "producer") =>
    points.some(({ attachments }) => attachments.some((attached) => attached.role === role));
  const participants = new Map(points.map(({ participantId, participantName }) => [participantId, participantName]));
  return {
    hasConsumers: has("consumer"),
    hasProducers: has("producer"),
    participants: Array.from(participants, ([id, name]) => ({ id, name })).sort((a, b) =>
      a.name.localeCompare(b.name, "fr"),
    ),
    points: points.map(({ prm, name }) => ({ prm, name })),
    measured,
  };
}
