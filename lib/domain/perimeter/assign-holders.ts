import type { DeclaredHolder, DeclaredPerimeter } from "./declared-perimeter";

/** A participant as the registry knows it. */
export type RegisteredParticipant = DeclaredHolder & {
  readonly id: string;
  readonly email: string | null;
  /** Metering points it holds. */
  readonly prms: readonly string[];
};

/** A participant as it will be, and what it will hold. */
export type HolderAssignment = DeclaredHolder & {
  /** Null: new. */
  readonly participantId: string | null;
  readonly email: string | null;
  readonly prms: readonly string[];
};

/** One holder among the lines of a perimeter. `email` is undefined while no line says it: consumers have none. */
type Holder = DeclaredHolder & { email: string | null | undefined; readonly prms: Set<string> };

type Rule = (holder: Holder, participant: RegisteredParticipant) => boolean;

const hasSameDetails: Rule = (holder, { name, legalId, address }) =>
  holder.name === name && holder.legalId === legalId && holder.address === address;

const hasSameEmail: Rule = ({ email }, participant) => email === undefined || email === participant.email;

// Another tenant of the same flat must not inherit what was asked of the former one: his consents, his e-mail.
const isSamePerson: Rule = ({ prms, name, legalId }, participant) => {
  if (!participant.prms.some((prm) => prms.has(prm))) return false;
  if (legalId !== null && participant.legalId !== null) return legalId === participant.legalId;
  return name === participant.name;
};

// The surest match first, for every holder before the next rule is tried for any.
const RULES: readonly Rule[] = [
  (holder, participant) => hasSameDetails(holder, participant) && hasSameEmail(holder, participant),
  hasSameDetails,
  isSamePerson,
];

/**
 * Which participant holds each line of a perimeter: one the registry knows, its details brought up to date, or a new one.
 *
 * Lines with the same name, SIRET or RNA, and address have one holder; producers with another e-mail, another one.
 * A known participant goes on when its details are the same, or when it holds one of the PRM and has the same SIRET or
 * RNA, or failing that the same name. Otherwise the PRM has changed hands.
 *
 * @param perimeter - Lines of one PRM in both lists must name the same holder.
 * @returns Every PRM of the perimeter once.
 */
export function assignHolders(
  { consumers, producers }: Pick<DeclaredPerimeter, "consumers" | "producers">,
  participants: readonly RegisteredParticipant[],
): readonly HolderAssignment[] {
  const holders = groupByHolder([...producers, ...consumers]);
  const known = new Map<Holder, RegisteredParticipant>();
  const taken = new Set<RegisteredParticipant>();
  for (const rule of RULES) {
    for (const holder of holders) {
      if (known.has(holder)) continue;
      const found = participants.find((participant) => !taken.has(participant) && rule(holder, participant));
      if (!found) continue;
      known.set(holder, found);
      taken.add(found);
    }
  }
  return holders.map((holder) => {
    const participant = known.get(holder);
    const { name, legalId, address, email = participant?.email ?? null, prms } = holder;
    return { participantId: participant?.id ?? null, name, legalId, address, email, prms: [...prms] };
  });
}

// Producers first: a consumer then joins the holder whose e-mail a producer told.
function groupByHolder(
  lines: readonly (DeclaredHolder & { readonly prm: string; readonly email?: string | null })[],
): readonly Holder[] {
  const holders: Holder[] = [];
  const byDetails = new Map<string, Holder[]>();
  const holderOf = new Map<string, Holder>();
  for (const { prm, name, legalId, address, email } of lines) {
    const key = JSON.stringify([name, legalId, address]);
    const alike = byDetails.get(key) ?? [];
    let holder = holderOf.get(prm) ?? alike.find((each) => email === undefined || each.email === email);
    if (!holder) {
      holder = { name, legalId, address, email, prms: new Set() };
      holders.push(holder);
      byDetails.set(key, [...alike, holder]);
    }
    holder.prms.add(prm);
    holderOf.set(prm, holder);
  }
  return holders;
}
