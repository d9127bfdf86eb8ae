import type { EnergyQuantity } from "@/lib/domain/series/energy-quantity";

/** Whose file it is; decides what "Autoprod" means. */
export type MeasureFileRole = "consumer" | "producer" | "operation";

type Meaning = EnergyQuantity | Readonly<Record<MeasureFileRole, EnergyQuantity>>;

// The convention prints one token, "Autoconso"; the others are ours [I]. Longer
// words first: "autoconso" is not "conso".
const MEANINGS: readonly (readonly [start: RegExp, meaning: Meaning])[] = [
  [/^autoconso/, "self_consumed"],
  // Annexe 7 says "autoproduit" of a producer and of a consumer.
  [/^autoprod/, { consumer: "self_consumed", producer: "self_produced", operation: "self_produced" }],
  [/^(conso|soutirage)/, "withdrawal"],
  [/^(prod|injection)/, "injection"],
  [/^surplus/, "surplus"],
  [/^(complement|alloprod)/, "complement"],
];

/**
 * What the type token of a file name designates, case and accents ignored.
 *
 * @param token - `Autoconso` in `<id>_27032017_15042017_Autoconso_CDC.csv`.
 * @param role - Role of the file's identifier in the operation; null when not known.
 * @returns Null when the token, or the role it depends on, is not known: a
 *   question to the user, never a guess.
 * @see Convention Enedis-FOR-CF_01E, annexes 6 and 7.
 */
export function quantityOfTypeToken(token: string, role: MeasureFileRole | null): EnergyQuantity | null {
  const plain = token
    .normalize("NFD")
    .replace(/[^a-z]/gi, "")
    .toLowerCase();
  const meaning = MEANINGS.find(([start]) => start.test(plain))?.[1] ?? null;
  if (meaning === null || typeof meaning === "string") return meaning;
  return role && meaning[role];
}
