import "server-only";
import { type Announcement, listAnnouncements, readAudience } from "@/lib/data/coefficient-announcements";
import type { OperationSheet } from "@/lib/data/operations";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { AnnouncedFigures } from "@/lib/domain/coefficients/announced-figures";
import { keyState } from "@/lib/domain/coefficients/key-state";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { planAnnouncements } from "./plan-announcements";

/** A participant and how far telling him of a version went. */
export type ToldParticipant = {
  readonly participantId: string;
  /** As lists show it. */
  readonly name: string;
  /** Nothing is sent to him any more. */
  readonly isErased: boolean;
  /** Null: nothing was made for him, he came since. */
  readonly announcement: Announcement | null;
  /** The key applies to him, and he was not told. */
  readonly isLate: boolean;
};

export type AnnouncementStatus = {
  /** By name. */
  readonly participants: readonly ToldParticipant[];
  readonly toldCount: number;
  readonly untoldCount: number;
  readonly lateCount: number;
  /** Those for whom nothing was made. */
  readonly missingCount: number;
  /** What a mail could still be sent for. */
  readonly failedCount: number;
  /** Letters and failed mails: what can be handed over. */
  readonly toHandOverCount: number;
  /** What was announced before the version was taken back, latest first. */
  readonly past: readonly (Announcement & { readonly name: string })[];
};

/**
 * Who was told of a version, when and how, and who was not.
 *
 * @throws {DomainError} UNKNOWN_KEY.
 */
export async function readAnnouncementStatus(
  operation: { readonly id: AuthorizedOperationId; readonly sheet: OperationSheet },
  keyId: string,
  day: CivilDate,
): Promise<AnnouncementStatus> {
  const [{ version, planned }, announcements] = await Promise.all([
    planAnnouncements(operation, keyId),
    listAnnouncements(operation.id, keyId),
  ]);
  const { people } = await readAudience(operation.id, version.from);
  const state = keyState(version, day);
  const isLive = version.announcedAt !== null && state !== "given_up" && state !== "superseded";
  const current = new Map(announcements.filter((row) => row.isCurrent).map((row) => [row.participantId, row]));
  const figures = new Map(planned.map((each) => [each.person.id, each.figures]));
  const participants = people.flatMap(({ id, name, isErased }): readonly ToldParticipant[] => {
    const announcement = current.get(id) ?? null;
    const own = announcement?.figures ?? (isLive ? figures.get(id) : undefined);
    if (!own) return [];
    const isLate = isLive && !isErased && announcement?.state !== "sent" && firstDayOf(own) <= day;
    return [{ participantId: id, name, isErased, announcement, isLate }];
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const past = announcements.filter((row) => !row.isCurrent).toReversed();
  return {
    participants,
    ...countParticipants(participants),
    past: past.map((row) => ({ ...row, name: names.get(row.participantId) ?? "" })),
  };
}

const firstDayOf = ({ from, shares, producerIds }: AnnouncedFigures): CivilDate => {
  const days = shares.map((share) => share.from).toSorted();
  return producerIds.length > 0 ? from : (days[0] ?? from);
};

function countParticipants(participants: readonly ToldParticipant[]) {
  const reachable = participants.filter(({ isErased }) => !isErased);
  const untold = reachable.filter(({ announcement }) => announcement?.state !== "sent");
  const made = untold.flatMap(({ announcement }) => announcement ?? []);
  return {
    toldCount: participants.filter(({ announcement }) => announcement?.state === "sent").length,
    untoldCount: untold.length,
    lateCount: participants.filter(({ isLate }) => isLate).length,
    missingCount: untold.length - made.length,
    failedCount: made.filter(({ channel, state }) => channel === "email" && state === "failed").length,
    toHandOverCount: made.filter(({ channel, state }) => channel === "letter" || state === "failed").length,
  };
}
