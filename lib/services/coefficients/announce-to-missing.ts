import "server-only";
import { listAnnouncements } from "@/lib/data/coefficient-announcements";
import { writeKeys } from "@/lib/data/coefficient-version-writing";
import type { OperationSheet } from "@/lib/data/operations";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import { type AnnouncedCounts, countChannels, toAnnouncement } from "./announce-key";
import { planAnnouncements } from "./plan-announcements";

/**
 * Tells those who came after a version was announced, each with his own figures.
 *
 * @throws {DomainError} UNKNOWN_KEY; KEY_NOT_ANNOUNCED.
 */
export async function announceToMissing(
  operation: { readonly id: AuthorizedOperationId; readonly sheet: OperationSheet },
  actor: Actor,
  keyId: string,
  { isMailOn }: { readonly isMailOn: boolean },
): Promise<AnnouncedCounts> {
  return writeKeys(operation.id, actor, async (writing) => {
    const { version, planned } = await planAnnouncements(operation, keyId);
    if (version.announcedAt === null || version.isSuperseded) {
      throw new DomainError("KEY_NOT_ANNOUNCED", "nobody was told of this key");
    }
    const rows = await listAnnouncements(operation.id, keyId);
    const told = new Set(rows.filter(({ isCurrent }) => isCurrent).map(({ participantId }) => participantId));
    const announcements = planned.filter(({ person }) => !told.has(person.id)).map(toAnnouncement(isMailOn));
    if (announcements.length > 0) await writing.announceToMore(keyId, announcements);
    return countChannels(announcements);
  });
}
