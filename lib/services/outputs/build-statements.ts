import "server-only";
import { renderParticipantStatement, type StatementFrame } from "@/lib/documents/participant-statement";
import { suggestSlug } from "@/lib/format/suggest-slug";
import { writeDatedFileName } from "@/lib/formats/annex-6/dated-file-name";
import { type StreamedFile, streamArchive } from "@/lib/formats/archive/stream-archive";
import type { RunFile } from "./build-run-file";
import { openStatements, type Statements } from "./open-statements";
import { type OutputRun, readOutputRun } from "./read-output-run";
import { readStatementSender, type WritingOperation } from "./read-statement-sender";
import { OFFICIAL_NAMES, type StatementNames } from "./statement-names";

/**
 * The statement of one participant, or those of all of them in one archive, drawn one after the other while it is read:
 * nothing that names people is kept for it.
 *
 * @param participantId - Null: everyone who is told something, but for those who asked to be erased.
 * @param names - What roofs and sites are called in it.
 * @returns Null when there is no such run, or nobody to tell.
 */
export async function buildStatements(
  operation: WritingOperation,
  runId: string,
  participantId: string | null,
  names: StatementNames = OFFICIAL_NAMES,
): Promise<RunFile | null> {
  const output = await readOutputRun(operation, runId);
  if (!output) return null;
  const [statements, frame] = await Promise.all([openStatements(output, names), readFrame(operation, output)]);
  const { accNumber, slug } = operation.sheet;
  const start = `${writeDatedFileName(accNumber ?? slug, output.run.period)}_v${output.run.version}`;
  if (participantId === null) {
    if (statements.recipients.length === 0) return null;
    const content = streamArchive(drawAll(statements, frame), output.run.createdAt.getTime());
    return { name: `${start}_releves.zip`, type: "application/zip", content };
  }
  const statement = await statements.compose(participantId);
  if (!statement) return null;
  const content = await renderParticipantStatement(frame, statement);
  return { name: `${start}_releve_${nameOf(statement.participant.name)}.pdf`, type: "application/pdf", content };
}

async function* drawAll({ recipients, compose }: Statements, frame: StatementFrame): AsyncGenerator<StreamedFile> {
  for (const [index, { id, name }] of recipients.entries()) {
    const statement = await compose(id);
    if (!statement) continue;
    // Numbered as they are listed: two people may have one name.
    const path = `${String(index + 1).padStart(3, "0")}_releve_${nameOf(name)}.pdf`;
    yield { path, content: await renderParticipantStatement(frame, statement), isPacked: true };
  }
}

const nameOf = (name: string): string => suggestSlug(name) || "participant";

async function readFrame(operation: WritingOperation, { run }: OutputRun): Promise<StatementFrame> {
  return {
    operation: operation.sheet,
    sender: await readStatementSender(operation),
    period: run.period,
    version: run.version,
    createdAt: run.createdAt,
    stepMinutes: run.stepMinutes,
  };
}
