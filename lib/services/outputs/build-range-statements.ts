import "server-only";
import { listDashboardRuns } from "@/lib/data/dashboard-runs";
import { renderRangeStatement } from "@/lib/documents/range-statement";
import type { RangeStatement, StatementMonth } from "@/lib/domain/report/range-statement";
import type { Period } from "@/lib/domain/time/period";
import { suggestSlug } from "@/lib/format/suggest-slug";
import { writeDatedFileName } from "@/lib/formats/annex-6/dated-file-name";
import { type StreamedFile, streamArchive } from "@/lib/formats/archive/stream-archive";
import type { RunFile } from "./build-run-file";
import { openStatements, type Statements } from "./open-statements";
import { type OutputRun, readOutputRun } from "./read-output-run";
import { readStatementSender, type WritingOperation } from "./read-statement-sender";

type OpenPeriod = { readonly output: OutputRun; readonly statements: Statements };

/**
 * The statements of all participants over the settled periods that begin within some days, one PDF for each in one
 * archive, drawn one after the other while it is read: nothing that names people is kept for it.
 *
 * @returns Null when no period is settled, or nobody is to be told.
 */
export async function buildRangeStatements(operation: WritingOperation, window: Period): Promise<RunFile | null> {
  const runs = await listDashboardRuns([operation.id], window);
  const inOrder = runs
    .filter(({ period }) => period.from >= window.from && period.from < window.toExclusive)
    .toSorted((a, b) => (a.period.from < b.period.from ? -1 : 1));
  const periods: OpenPeriod[] = [];
  for (const { id } of inOrder) {
    const output = await readOutputRun(operation, id);
    if (output) periods.push({ output, statements: await openStatements(output) });
  }
  const [first, last] = [periods[0]?.output.run, periods.at(-1)?.output.run];
  const recipients = listRecipients(periods);
  if (!first || !last || recipients.length === 0) return null;
  const { accNumber, slug } = operation.sheet;
  const range = { from: first.period.from, toExclusive: last.period.toExclusive };
  const frame = { operation: operation.sheet, sender: await readStatementSender(operation), range };
  const latestMs = Math.max(...periods.map(({ output }) => output.run.createdAt.getTime()));
  return {
    name: `${writeDatedFileName(accNumber ?? slug, range)}_releves.zip`,
    type: "application/zip",
    content: streamArchive(drawAll(periods, recipients, frame), latestMs),
  };
}

type Recipient = { readonly id: string; readonly name: string };

/** Whoever is told something of one period at least, by name. */
function listRecipients(periods: readonly OpenPeriod[]): readonly Recipient[] {
  const people = new Map(periods.flatMap(({ statements }) => statements.recipients.map(({ id, name }) => [id, name])));
  return [...people].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, "fr"));
}

async function* drawAll(
  periods: readonly OpenPeriod[],
  recipients: readonly Recipient[],
  frame: Parameters<typeof renderRangeStatement>[0],
): AsyncGenerator<StreamedFile> {
  for (const [index, { id, name }] of recipients.entries()) {
    const statement = await composeRange(periods, id);
    if (!statement) continue;
    // Numbered as they are listed: two people may have one name.
    const path = `${String(index + 1).padStart(3, "0")}_releve_${suggestSlug(name) || "participant"}.pdf`;
    yield { path, content: await renderRangeStatement(frame, statement), isPacked: true };
  }
}

async function composeRange(periods: readonly OpenPeriod[], participantId: string): Promise<RangeStatement | null> {
  const months: StatementMonth[] = [];
  let participant: RangeStatement["participant"] | null = null;
  for (const { output, statements } of periods) {
    const told = await statements.compose(participantId);
    const { period, version, createdAt } = output.run;
    participant = told?.participant ?? participant;
    const [consumption, production] = [told?.consumption?.total ?? null, told?.production?.total ?? null];
    months.push({ period, version, createdAt, consumption, production });
  }
  return participant && { participant, months };
}
