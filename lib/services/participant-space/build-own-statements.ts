import "server-only";
import type { OperationSheet } from "@/lib/data/operations";
import { listOwnStays } from "@/lib/data/own-registry";
import { listOwnRuns, listOwnSources } from "@/lib/data/own-runs";
import type { OwnParticipant } from "@/lib/data/scope";
import type { OwnRun } from "@/lib/domain/participant-space/own-months";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { OTHER_ROOF } from "@/lib/format/own-space-words";
import { type StreamedFile, streamArchive } from "@/lib/formats/archive/stream-archive";
import type { RunFile } from "@/lib/services/outputs/build-run-file";
import { buildStatements } from "@/lib/services/outputs/build-statements";
import { onOwnBehalf } from "./on-own-behalf";

/** A participant whose proof is given, with what his papers are headed by. */
export type StatedParticipant = {
  readonly own: OwnParticipant;
  readonly sheet: OperationSheet;
  readonly collectivity: { readonly name: string };
};

/** As long as figures are kept: five years and the months around. */
const MOST_MONTHS = 72;

/** The months a participant has a statement of, oldest first: those of the archive. */
export function listOwnStatements(own: OwnParticipant): Promise<readonly OwnRun[]> {
  return listOwnRuns(own, MOST_MONTHS);
}

/**
 * A participant's own statement of a settled month, or those of all his months in one archive, drawn while it is read.
 *
 * @param from - First day of the month; null: all.
 * @returns Null when nothing of his is settled then.
 */
export async function buildOwnStatements(
  participant: StatedParticipant,
  from: CivilDate | null,
): Promise<RunFile | null> {
  const runs = await listOwnStatements(participant.own);
  if (from !== null) {
    const run = runs.find(({ period }) => period.from === from);
    return run ? buildOne(participant, run) : null;
  }
  const latest = runs.at(-1);
  if (!latest) return null;
  const madeAtMs = Math.max(...runs.map(({ createdAt }) => createdAt.getTime()));
  return {
    name: "mes-releves.zip",
    type: "application/zip",
    content: streamArchive(drawAll(participant, runs), madeAtMs),
  };
}

async function* drawAll(participant: StatedParticipant, runs: readonly OwnRun[]): AsyncGenerator<StreamedFile> {
  for (const run of runs) {
    const file = await buildOne(participant, run);
    if (!file || !(file.content instanceof Uint8Array)) continue;
    yield { path: file.name, content: file.content, isPacked: true };
  }
}

// The officer's statement, without what others are called.
async function buildOne({ own, sheet, collectivity }: StatedParticipant, run: OwnRun): Promise<RunFile | null> {
  const [sources, stays] = await Promise.all([listOwnSources(own, [run.id]), listOwnStays(own)]);
  const roofs = new Map(sources.map(({ producerId, name }) => [producerId, name]));
  const sites = new Map(stays.map(({ meteringPointId, site }) => [meteringPointId, site]));
  const file = await buildStatements({ id: onOwnBehalf(own), sheet, collectivity }, run.id, own.participantId, {
    roof: ({ id }) => roofs.get(id) ?? OTHER_ROOF,
    site: ({ id, prm }) => sites.get(id) ?? prm,
  });
  return file && { ...file, name: `releve_${run.period.from}_v${run.version}.pdf` };
}
