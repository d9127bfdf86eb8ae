import type { FiguresGroup } from "./figures-group";
import { isPublicBody } from "./is-public-body";
import { LEAST_PARTICIPANTS } from "./least-participants";
import { legalEntity } from "./legal-entity";

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
 * How many participants of each kind are behind the figures of a period, each counted once, see `legalEntity`. One or two are not told
 * apart; no total is given, which would tell them.
 */
export function countParticipants(
  group: Pick<FiguresGroup, "producers" | "consumers">,
  parties: readonly PublishedParty[],
): ParticipantCounts {
  const present = new Set([...group.producers, ...group.consumers].map(({ participantId }) => participantId));
  const among = parties.filter(({ id }) => present.has(id));
  const count = (isCounted: (party: PublishedParty) => boolean) =>
    new Set(among.filter(isCounted).map(legalEntity)).size;
  return {
    publicBodies: count(isPublicBody),
    otherBodies: mask(count((party) => party.kind === "legal" && !isPublicBody(party))),
    residents: mask(count(({ kind }) => kind === "natural")),
  };
}

const mask = (count: number): MaskedCount => (count === 0 || count >= LEAST_PARTICIPANTS ? count : null);
