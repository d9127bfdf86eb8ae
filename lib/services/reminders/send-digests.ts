import "server-only";
import { type DigestOutcome, type DigestReader, listDigestReaders, sendDigestOnce } from "@/lib/data/digest-sendings";
import { listOperationsWithRole } from "@/lib/data/operations";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { type DigestFrequency, isDigestDay } from "@/lib/domain/deadlines/is-digest-day";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { env } from "@/lib/env";
import { type DigestRow, writeDigestMail } from "@/lib/format/write-digest-mail";
import { MailError, type MailErrorCode, type Mailer } from "@/lib/gateways/mail/mailer";
import { listOperationDeadlines } from "@/lib/services/deadlines/list-operation-deadlines";

const JOB: Actor = { userId: null, via: "job" };
const FREQUENCIES = ["daily", "weekly"] as const satisfies readonly DigestFrequency[];

/** What is wrong with one message for good; all else is worth another try. */
const FOR_GOOD: readonly MailErrorCode[] = ["RECIPIENT_REFUSED", "MESSAGE_REFUSED"];

/** Some digests could not go yet: the mail server is away, or asked to come back later. */
export class DigestsWaiting extends Error {
  override readonly name = "DigestsWaiting";
}

type DigestSending = {
  readonly today: CivilDate;
  readonly mailer: Mailer;
  readonly authorize: (row: { readonly operationId: string }) => AuthorizedOperationId;
};

export type DigestCounts = Readonly<Record<DigestOutcome["state"], number>>;

/**
 * Sends what is to do to those who asked for it on such a day, each once: run again on the same day, it goes on with
 * those it did not reach. Each reads what he may read at that moment.
 *
 * @throws {DigestsWaiting} once the others are sent, when the server could not take some.
 */
export async function sendDigests(sending: DigestSending): Promise<DigestCounts> {
  const { today } = sending;
  const counts = { sent: 0, empty: 0, failed: 0 };
  const due = FREQUENCIES.filter((frequency) => isDigestDay(frequency, today));
  if (due.length === 0) return counts;
  let waiting = 0;
  for (const reader of await listDigestReaders(due, today)) {
    try {
      await sendDigestOnce(reader.userId, today, JOB, async () => {
        const outcome = await deliver(reader, sending);
        counts[outcome.state] += 1;
        return outcome;
      });
    } catch (error) {
      if (!(error instanceof MailError)) throw error;
      waiting += 1;
    }
  }
  if (waiting > 0) throw new DigestsWaiting(`${waiting} to come back to`);
  return counts;
}

async function deliver(reader: DigestReader, { today, mailer, authorize }: DigestSending): Promise<DigestOutcome> {
  const rows = await listDigestRows(reader.userId, today, authorize);
  const rowCount = rows.length;
  if (rowCount === 0) return { state: "empty", rowCount };
  const urlOf = (path: string) => new URL(path, env.APP_URL).href;
  const mail = writeDigestMail({ rows, homeUrl: urlOf("/"), settingsUrl: urlOf("/compte") });
  const to = { name: reader.name, address: reader.email };
  try {
    await mailer.send({ id: `digest-${reader.userId}-${today}`, to, replyTo: null, ...mail });
    return { state: "sent", rowCount };
  } catch (error) {
    if (error instanceof MailError && FOR_GOOD.includes(error.code)) {
      return { state: "failed", rowCount, failure: error.code };
    }
    throw error;
  }
}

async function listDigestRows(
  userId: string,
  today: CivilDate,
  authorize: DigestSending["authorize"],
): Promise<readonly DigestRow[]> {
  const operations = (await listOperationsWithRole(userId)).map(({ id, sheet }) => ({
    id: authorize({ operationId: id }),
    sheet,
    // A mail goes to servers we know nothing of.
    mayReadWords: false,
  }));
  const sheets = new Map<string, (typeof operations)[number]["sheet"]>(operations.map(({ id, sheet }) => [id, sheet]));
  const deadlines = await listOperationDeadlines(operations, today);
  return deadlines.flatMap((deadline): readonly DigestRow[] => {
    const sheet = sheets.get(deadline.operationId);
    if (!sheet || deadline.state.kind === "done" || deadline.state.kind === "to_come") return [];
    const url = new URL(`/operations/${sheet.slug}${deadline.path}`, env.APP_URL).href;
    return [{ deadline, operationName: sheet.name, url }];
  });
}
