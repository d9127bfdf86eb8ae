import "server-only";
import {
  type MailOutcome,
  sendNextAnnouncement,
  type WaitingAnnouncement,
} from "@/lib/data/coefficient-announcement-writing";
import { readAudience } from "@/lib/data/coefficient-announcements";
import { findKeyVersion } from "@/lib/data/coefficient-versions";
import { findOperationOfCollectivity } from "@/lib/data/operations";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { writeAnnouncementMail } from "@/lib/format/write-announcement-mail";
import { MailError, type MailErrorCode, type Mailer, type MailServerErrorCode } from "@/lib/gateways/mail/mailer";
import { openAnnouncementWriter } from "./open-announcement-writer";

const JOB: Actor = { userId: null, via: "job" };

const OF_THE_SERVER: readonly MailErrorCode[] = [
  "MAIL_UNREACHABLE",
  "MAIL_CREDENTIALS",
  "MAIL_SENDER_REFUSED",
  "MAIL_ENCRYPTION",
] satisfies readonly MailServerErrorCode[];

/** Some messages of a version wait for the mail server: they go again with the next try. */
export class AnnouncementsWaiting extends Error {
  override readonly name = "AnnouncementsWaiting";
}

export type SendingCounts = { readonly sent: number; readonly failed: number };

/**
 * Sends the waiting messages of a version, one after the other. Each is recorded before the next one goes: taken up
 * again after its process died, it sends nobody what is recorded as sent.
 *
 * @param mailer - Null where no mail server is configured any more: what waits has failed.
 * @throws {AnnouncementsWaiting} when the server could not be reached, or asked to come back later.
 */
export async function sendAnnouncements(
  operationId: AuthorizedOperationId,
  keyId: string,
  mailer: Mailer | null,
): Promise<SendingCounts> {
  const deliver = await prepareDelivery(operationId, keyId, mailer);
  const counts = { sent: 0, failed: 0 };
  const delayed: string[] = [];
  for (;;) {
    const result = await sendNextAnnouncement(operationId, JOB, keyId, delayed, deliver);
    if (!result) break;
    const { id, outcome } = result;
    if (outcome.state !== "waiting") counts[outcome.state] += 1;
    else if (outcome.failure === "RECIPIENT_DELAYED") delayed.push(id);
    else throw new AnnouncementsWaiting(outcome.failure);
  }
  if (delayed.length > 0) throw new AnnouncementsWaiting(`${delayed.length} to come back to`);
  return counts;
}

async function prepareDelivery(operationId: AuthorizedOperationId, keyId: string, mailer: Mailer | null) {
  const [version, operation] = await Promise.all([
    findKeyVersion(operationId, keyId),
    findOperationOfCollectivity(operationId),
  ]);
  const { sites } = await readAudience(operationId, version.from);
  const writer = await openAnnouncementWriter({ id: operationId, ...operation }, version.rule, sites);
  return async ({ id, figures, name, email }: WaitingAnnouncement): Promise<MailOutcome> => {
    if (!mailer) return { state: "failed", failure: "MAIL_OFF" };
    if (email === null) return { state: "failed", failure: "NO_ADDRESS" };
    const message = writer.compose(figures);
    const to = { name, address: email };
    const mail = { id, to, replyTo: writer.replyTo, subject: message.subject, ...writeAnnouncementMail(message) };
    try {
      await mailer.send(mail);
      return { state: "sent" };
    } catch (error) {
      if (!(error instanceof MailError)) throw error;
      const isForNow = error.code === "RECIPIENT_DELAYED" || OF_THE_SERVER.includes(error.code);
      return { state: isForNow ? "waiting" : "failed", failure: error.code };
    }
  };
}
