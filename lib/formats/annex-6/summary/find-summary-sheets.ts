import { plainKey } from "@/lib/formats/workbook/plain-key";

type Role = "operation" | "producers" | "consumers";

/** Names of the sheets of a summary; null for one that is not there. */
export type SummarySheetNames = Readonly<Record<Role, string | null>>;

/** The three sheets in the convention's order: the name that we write, and how a message calls it. */
export const SUMMARY_SHEETS = [
  { role: "operation", name: "Opération", what: "de l'opération" },
  { role: "producers", name: "Producteurs", what: "des producteurs" },
  { role: "consumers", name: "Consommateurs", what: "des consommateurs" },
] as const satisfies readonly { role: Role; name: string; what: string }[];

const CONSUMERS = /consommateur|consommation|conso(?!lid)/;
const PRODUCERS = /producteur|production/;
// Of an annexe 2, which has producers and consumers too.
const NOT_A_SUMMARY = /repartition|^modalites?/;
const OPERATION = /operation|indicateur|synthese|recap|global/;

const NOTHING: SummarySheetNames = { operation: null, producers: null, consumers: null };

/**
 * Which sheet is which, by what their names mean; three sheets whose names say nothing are taken in the convention's
 * order [I].
 *
 * @param names - In the order of the workbook.
 */
export function findSummarySheets(names: readonly string[]): SummarySheetNames {
  if (names.some((name) => NOT_A_SUMMARY.test(plainKey(name)))) return NOTHING;
  const roles = names.map(roleOf);
  const first = (role: Role) => names[roles.indexOf(role)] ?? null;
  if (names.length === 3 && roles.every((role) => role === null)) {
    const [operation = null, producers = null, consumers = null] = names;
    return { operation, producers, consumers };
  }
  const found = { operation: first("operation"), producers: first("producers"), consumers: first("consumers") };
  const others = names.filter((_, index) => roles[index] === null);
  const isOnlyOther = found.operation === null && found.producers && found.consumers && others.length === 1;
  return isOnlyOther ? { ...found, operation: others[0] ?? null } : found;
}

/** Whether the names of the sheets alone say that a workbook is a summary. */
export function areSummarySheets(names: readonly string[]): boolean {
  const isNamed = names.some((name) => roleOf(name) !== null);
  return isNamed && Object.values(findSummarySheets(names)).every((name) => name !== null);
}

/** Whether these are the sheets of a summary, or all of them but one. */
export function isSummary(names: SummarySheetNames): boolean {
  return Object.values(names).filter((name) => name !== null).length >= 2;
}

function roleOf(name: string): Role | null {
  const key = plainKey(name);
  const isConsumers = CONSUMERS.test(key);
  const isProducers = PRODUCERS.test(key);
  if (isConsumers !== isProducers) return isConsumers ? "consumers" : "producers";
  return isConsumers || OPERATION.test(key) ? "operation" : null;
}
