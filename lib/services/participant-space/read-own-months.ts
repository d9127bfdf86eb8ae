import "server-only";
import { listOwnRunDays, listOwnRunPoints, listOwnRuns, listOwnSources } from "@/lib/data/own-runs";
import type { OwnParticipant } from "@/lib/data/scope";
import { composeOwnMonths } from "@/lib/domain/participant-space/compose-own-months";
import type { OwnMonth } from "@/lib/domain/participant-space/own-months";

/** What a year shows. */
const OWN_MONTHS = 12;

/**
 * The last settled months of a participant, oldest first, from stored runs: his own metering points, and of one that
 * changed hands his own days.
 */
export async function readOwnMonths(own: OwnParticipant): Promise<readonly OwnMonth[]> {
  const runs = await listOwnRuns(own, OWN_MONTHS);
  const runIds = runs.map(({ id }) => id);
  const [points, sources] = await Promise.all([listOwnRunPoints(own, runIds), listOwnSources(own, runIds)]);
  const cut = points.filter(({ whole }) => whole === null);
  const days = await listOwnRunDays(
    own,
    cut.map(({ runId }) => runId),
    cut.map(({ meteringPointId }) => meteringPointId),
  );
  return composeOwnMonths({ runs, points, days, sources });
}
