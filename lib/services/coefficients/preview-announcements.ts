import "server-only";
import type { AnnouncementMessage } from "@/lib/format/describe-announcement";
import { type AnnouncingOperation, openAnnouncementWriter } from "./open-announcement-writer";
import { planAnnouncements } from "./plan-announcements";

/** Somebody who is to be told, and how. */
export type Recipient = {
  readonly id: string;
  readonly name: string;
  /** Where the message goes; null: a letter. */
  readonly email: string | null;
  readonly consumerCount: number;
  readonly producerCount: number;
};

export type AnnouncementPreview = {
  /** By name. */
  readonly recipients: readonly Recipient[];
  /** What one of them is told: the one asked for, else the first; null when there is nobody to tell. */
  readonly shown: { readonly recipient: Recipient; readonly message: AnnouncementMessage } | null;
};

/**
 * Who a version is to be announced to and what one of them will read; nothing is written.
 *
 * @param isMailOn - Whether a mail server is configured.
 * @throws {DomainError} UNKNOWN_KEY.
 */
export async function previewAnnouncements(
  operation: AnnouncingOperation,
  keyId: string,
  { isMailOn, participantId }: { readonly isMailOn: boolean; readonly participantId: string | undefined },
): Promise<AnnouncementPreview> {
  const { version, planned, sites } = await planAnnouncements(operation, keyId);
  const writer = await openAnnouncementWriter(operation, version.rule, sites);
  const recipients = planned.map(({ person, figures }) => ({
    id: person.id,
    name: person.name,
    email: isMailOn ? person.email : null,
    consumerCount: figures.shares.length,
    producerCount: figures.producerIds.length,
    figures,
  }));
  const chosen = recipients.find(({ id }) => id === participantId) ?? recipients[0];
  return {
    recipients: recipients.map(({ figures: _, ...recipient }) => recipient),
    shown: chosen ? { recipient: chosen, message: writer.compose(chosen.figures) } : null,
  };
}
