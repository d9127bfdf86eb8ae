import type { FiguresGroup } from "./figures-group";
import { isPublicBody } from "./is-public-body";
import { LEAST_PARTICIPANTS } from "./least-participants";

export type PublishedParty = {
  readonly id: string;
  readonly kind: "natural" | "legal";
  readonly legalId: string | null;
};

/** null: one or two, which is not told apart. [participants] */
export type MaskedCount = number | null;

/** Who takes part, as anybody may read it. */
export type ParticipantCounts = {
  readonly publicBodies: number;
  /** Associations, firms. */
  readonly otherBodies: MaskedCount;
  readonly residents: MaskedCount;
};

/**
 * How many participants of each kind are behind the figures of a period, each counted once. One or two are not told
 * apart; no total is given, which would tell them.
 */
export function countParticipants(
  group: Pick<FiguresGroup, "producers" | "consumers">,
  parties: readonly PublishedParty[],
): ParticipantCounts {
  const present = new Set([...group.producers, ...group.consumers].map(({ participantId }) => participantId));
  const among = parties.filter(({ id }) => present.has(id));
  const publicBodies = among.filter(isPublicBody).length;
  const residents = among.filter(({ kind }) => kind === "natural").length;
  return { publicBodies, otherBodies: mask(among.length - publicBodies - residents), residents: mask(residents) };
}

const mask = (count: number): MaskedCount => (count === 0 || count >= LEAST_PARTICIPANTS ? count : null);
