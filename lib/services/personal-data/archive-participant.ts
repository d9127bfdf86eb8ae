import "server-only";
import { findKeptFile } from "@/lib/data/kept-files";
import { listCurveDays } from "@/lib/data/load-curve-days";
import { findPerson } from "@/lib/data/personal-data";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { personalDataDocument } from "@/lib/documents/personal-data-document";
import { isAttachedOn } from "@/lib/domain/perimeter/is-attached-on";
import type { PersonalDataStatement } from "@/lib/domain/personal-data/personal-data-statement";
import { civilDate } from "@/lib/domain/time/civil-date";
import { parisDayAxis } from "@/lib/domain/time/paris-day-axis";
import { type CsvCell, toCsv } from "@/lib/format/to-csv";
import { type ArchivedFile, writeArchive } from "@/lib/formats/archive/write-archive";
import { baseName } from "@/lib/formats/base-name";

const QUANTITIES = ["withdrawal", "injection", "self_consumed", "self_produced", "surplus", "complement"] as const;
const EVER = { from: civilDate("2000-01-01"), toExclusive: civilDate("2200-01-01") };
const MINUTE_MS = 60_000;

/**
 * A participant's statement with what it cannot hold: his signed documents and every value of his curves.
 *
 * @param keptBack - Documents that are named only, hexadecimal.
 */
export async function archiveParticipant(
  operationId: AuthorizedOperationId,
  statement: PersonalDataStatement,
  keptBack: ReadonlySet<string> = new Set(),
): Promise<Uint8Array> {
  const files: ArchivedFile[] = [
    { path: "donnees.json", bytes: Buffer.from(JSON.stringify(statement, null, 2)) },
    { path: "releve.pdf", bytes: await personalDataDocument(statement) },
    ...(await listDocuments(operationId, statement, keptBack)),
    ...(await listCurves(operationId, statement.participant.id)),
  ];
  return writeArchive(files, statement.madeAt.getTime());
}

async function listDocuments(
  operationId: AuthorizedOperationId,
  { consents, complaints }: PersonalDataStatement,
  keptBack: ReadonlySet<string>,
): Promise<readonly ArchivedFile[]> {
  const files: ArchivedFile[] = [];
  const papers = complaints.flatMap(({ steps }) => steps.flatMap(({ document }) => document ?? []));
  for (const [index, { name, sha256 }] of papers.entries()) {
    const file = await findKeptFile(operationId, sha256);
    if (file?.kind === "kept") files.push({ path: `reclamations/${index + 1}-${baseName(name)}`, bytes: file.bytes });
  }
  for (const [index, { document }] of consents.entries()) {
    if (!document || keptBack.has(document.sha256)) continue;
    const file = await findKeptFile(operationId, document.sha256);
    if (file?.kind !== "kept") continue;
    files.push({ path: `consentements/${index + 1}-${baseName(document.name)}`, bytes: file.bytes });
  }
  return files;
}

async function listCurves(operationId: AuthorizedOperationId, participantId: string): Promise<readonly ArchivedFile[]> {
  const person = await findPerson(operationId, participantId);
  const files: ArchivedFile[] = [];
  for (const { id, prm, days: own } of person?.points ?? []) {
    const all = await listCurveDays(operationId, QUANTITIES, EVER, { only: new Set([id]) });
    const days = own === null ? all : all.filter(({ day }) => own.some((span) => isAttachedOn(span, day)));
    for (const quantity of QUANTITIES) {
      const curve = days.filter((day) => day.quantity === quantity);
      if (curve.length === 0) continue;
      const csv = toCsv(["Début du pas (UTC)", "Minutes", "Énergie (Wh)"], curve.flatMap(listSteps));
      files.push({ path: `courbes/${prm}-${quantity}.csv`, bytes: Buffer.from(csv) });
    }
  }
  return files;
}

function listSteps({ day, stepMinutes, energyWh }: Awaited<ReturnType<typeof listCurveDays>>[number]): CsvCell[][] {
  const { startMs } = parisDayAxis(day, stepMinutes);
  return Array.from(energyWh, (wh, step) => [
    new Date(startMs + step * stepMinutes * MINUTE_MS).toISOString(),
    stepMinutes,
    wh,
  ]);
}
