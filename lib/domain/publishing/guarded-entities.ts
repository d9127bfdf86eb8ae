import type { PublishedParty } from "./count-participants";
import { isPublicBody } from "./is-public-body";
import { legalEntity } from "./legal-entity";

/**
 * Who is to be protected behind each participant, see `legalEntity`.
 *
 * @returns Given the id of a participant, what to count it as; null for one whose energy is public anyway.
 */
export function guardedEntities(parties: readonly PublishedParty[]): (participantId: string) => string | null {
  const entities = new Map(parties.map((party) => [party.id, isPublicBody(party) ? null : legalEntity(party)]));
  return (participantId) => {
    const entity = entities.get(participantId);
    return entity === undefined ? participantId : entity;
  };
}
