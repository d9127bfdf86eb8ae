import type { MeteringPointSheet } from "@/lib/data/metering-points";

/**
 * Whether a natural person holds a metering point, or ever held it: its contract and its bills then tell of him.
 *
 * @param people - Ids of the natural persons of the operation.
 */
export function isHeldByPerson(
  { participantId, holders }: Pick<MeteringPointSheet, "participantId" | "holders">,
  people: ReadonlySet<string>,
): boolean {
  return people.has(participantId) || holders.some((stay) => people.has(stay.participantId));
}
