import "server-only";
import type { NewAnnouncement } from "@/lib/data/coefficient-announcement-writing";
import { writeKeys } from "@/lib/data/coefficient-version-writing";
import type { OperationSheet } from "@/lib/data/operations";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { findMovable } from "./find-movable";
import { type PlannedAnnouncement, planAnnouncements } from "./plan-announcements";

export type AnnouncedCounts = { readonly emails: number; readonly letters: number };

/**
 * Announces a draft: one message for each participant with his own figures, by e-mail where there is an address, else as
 * a letter to hand over.
 *
 * @param isMailOn - Whether a mail server is configured.
 * @throws {DomainError} UNKNOWN_KEY; KEY_MOVE_REFUSED unless it is a draft.
 * @see Convention Enedis-FOR-CF_01E, art. 5.1.1.
 */
export async function announceKey(
  operation: { readonly id: AuthorizedOperationId; readonly sheet: OperationSheet },
  actor: Actor,
  keyId: string,
  { isMailOn }: { readonly isMailOn: boolean },
): Promise<AnnouncedCounts> {
  return writeKeys(operation.id, actor, async (writing) => {
    await findMovable(writing, keyId, "announce");
    const { planned } = await planAnnouncements(operation, keyId);
    const announcements = planned.map(toAnnouncement(isMailOn));
    await writing.announce(keyId, announcements);
    return countChannels(announcements);
  });
}

export const toAnnouncement =
  (isMailOn: boolean) =>
  ({ person, figures }: PlannedAnnouncement): NewAnnouncement => ({
    participantId: person.id,
    channel: isMailOn && person.email !== null ? "email" : "letter",
    figures,
  });

export function countChannels(announcements: readonly NewAnnouncement[]): AnnouncedCounts {
  const emails = announcements.filter(({ channel }) => channel === "email").length;
  return { emails, letters: announcements.length - emails };
}
