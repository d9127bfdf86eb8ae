import "server-only";
import { listAnnouncements, readAudience } from "@/lib/data/coefficient-announcements";
import { findKeyVersion } from "@/lib/data/coefficient-versions";
import { renderAnnouncementLetters } from "@/lib/documents/announcement-letters";
import { type AnnouncingOperation, openAnnouncementWriter } from "./open-announcement-writer";

/** Letters in one PDF: more would keep everyone else waiting while they are drawn. */
export const MAX_LETTERS = 200;

/**
 * The announcements of a version as letters to hand over, in one PDF.
 *
 * @param announcementId - One of them, told or not; null: those not told yet that no mail is on its way for, the first
 *   {@link MAX_LETTERS} by name.
 * @returns Null when there is none.
 * @throws {DomainError} UNKNOWN_KEY.
 */
export async function buildAnnouncementLetters(
  operation: AnnouncingOperation,
  keyId: string,
  announcementId: string | null,
): Promise<Uint8Array | null> {
  const version = await findKeyVersion(operation.id, keyId);
  const [announcements, { people, sites }] = await Promise.all([
    listAnnouncements(operation.id, keyId),
    readAudience(operation.id, version.from),
  ]);
  const wanted = announcements.filter(({ id, isCurrent, channel, state }) => {
    if (!isCurrent) return false;
    return announcementId === null
      ? state === "failed" || (channel === "letter" && state === "waiting")
      : id === announcementId;
  });
  const byPerson = new Map(wanted.map((announcement) => [announcement.participantId, announcement]));
  const writer = await openAnnouncementWriter(operation, version.rule, sites);
  const letters = people.flatMap(({ id, name, address, isErased }) => {
    const announcement = byPerson.get(id);
    if (!announcement || isErased) return [];
    return [{ recipient: { name, address }, sender: writer.sender, message: writer.compose(announcement.figures) }];
  });
  if (letters.length === 0) return null;
  return renderAnnouncementLetters(operation.sheet.name, letters.slice(0, MAX_LETTERS));
}
