import type { PerimeterRole } from "./attachment";
import type { Stay } from "./changed-days";

type HeldStay = Stay & { readonly role: PerimeterRole; readonly participantId: string };

/**
 * When a metering point counts, whoever holds it: a stay that one holder ends and another one takes up is one.
 *
 * An exit and an entry of one holder on the same day stay two: each was decided.
 */
export function listCountingDays(stays: readonly HeldStay[]): readonly (Stay & { readonly role: PerimeterRole })[] {
  const joined: { stay: Stay & { readonly role: PerimeterRole }; holder: string }[] = [];
  for (const { role, participantId, from, toExclusive } of stays.toSorted((a, b) => a.from.localeCompare(b.from))) {
    const rank = joined.findIndex(
      ({ stay, holder }) => stay.role === role && stay.toExclusive === from && holder !== participantId,
    );
    const before = joined[rank]?.stay;
    const next = { stay: { role, from: before?.from ?? from, toExclusive }, holder: participantId };
    if (before) joined[rank] = next;
    else joined.push(next);
  }
  return joined.map(({ stay }) => stay);
}
