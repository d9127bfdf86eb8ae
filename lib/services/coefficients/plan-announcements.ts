import "server-only";
import { type AnnouncedPerson, type Audience, readAudience } from "@/lib/data/coefficient-announcements";
import { listKeyVersions, type RecordedKey } from "@/lib/data/coefficient-versions";
import type { OperationSheet } from "@/lib/data/operations";
import { listPendingEntries } from "@/lib/data/pending-entries";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { AnnouncedFigures } from "@/lib/domain/coefficients/announced-figures";
import { keyBefore } from "@/lib/domain/coefficients/key-before";
import { listAnnouncements } from "@/lib/domain/coefficients/list-announcements";
import { DomainError } from "@/lib/domain/errors";

export type PlannedAnnouncement = { readonly person: AnnouncedPerson; readonly figures: AnnouncedFigures };

export type AnnouncementPlan = {
  readonly version: RecordedKey;
  /** By name. */
  readonly planned: readonly PlannedAnnouncement[];
  readonly sites: Audience["sites"];
};

const DEFAULT = { kind: "default", ppmByConsumer: new Map<string, number>() } as const;

/**
 * Who is to be told of a version, with his own figures, those included whose entry a request sent asks for. Whoever asked to
 * be forgotten is told nothing.
 *
 * @throws {DomainError} UNKNOWN_KEY.
 */
export async function planAnnouncements(
  { id, sheet }: { readonly id: AuthorizedOperationId; readonly sheet: OperationSheet },
  keyId: string,
): Promise<AnnouncementPlan> {
  const versions = await listKeyVersions(id);
  const version = versions.find((each) => each.id === keyId);
  if (!version) throw new DomainError("UNKNOWN_KEY", "the operation has no such key");
  const [{ people, stays, sites }, entering] = await Promise.all([
    readAudience(id, version.from),
    listPendingEntries(id),
  ]);
  // Without a key, the DSO applies its default one (art. 4.1).
  const before = keyBefore(versions, keyId, version.from) ?? (version.from > sheet.startDay ? DEFAULT : null);
  const figures = listAnnouncements(version, before, [...stays, ...entering]);
  return {
    version,
    planned: people.flatMap((person) => {
      const own = figures.get(person.id);
      return own && !person.isErased ? [{ person, figures: own }] : [];
    }),
    sites,
  };
}
