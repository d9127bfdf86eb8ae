import {
  classifyMeasureIdentifier,
  type MeasureIdentifier,
} from "@/lib/domain/identifiers/classify-measure-identifier";
import type { EnergyQuantity } from "@/lib/domain/series/energy-quantity";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import { parseDatedFileName, writeDatedFileName } from "./dated-file-name";
import { type MeasureFileRole, quantityOfTypeToken } from "./quantity-of-type-token";

/** What the name of a measure file says: `<id>_27032017_15042017_Autoconso_CDC.csv`. */
export type MeasureFileName = {
  readonly identifier: MeasureIdentifier;
  /** First day. */
  readonly from: CivilDate;
  /** Last day: the name's second date belongs to the file [I]. */
  readonly lastDay: CivilDate;
  /** The same days, half-open. */
  readonly period: Period;
  /** As printed: "Autoconso". */
  readonly typeToken: string;
  /**
   * What the values are, where the name alone says it. Null for an unknown token,
   * and for "Autoprod" under a PRM: ask {@link quantityOfTypeToken} with the role.
   */
  readonly quantity: EnergyQuantity | null;
  readonly kind: "load_curve" | "energy";
};

// " (1)" is what a browser adds to a file received twice.
const REST = /^_(.+)_(cdc|[eé]nergie)(?: ?\(\d+\))?\.(?:csv|txt)$/iu;

/**
 * Reads the name of a load-curve or energy file of annexe 6.
 *
 * @param path - Name of the file; folders before it are ignored.
 * @returns Null when the name has another shape, impossible dates or reversed ones.
 * @see Convention Enedis-FOR-CF_01E, annexe 6.
 */
export function parseMeasureFileName(path: string): MeasureFileName | null {
  const dated = parseDatedFileName(path);
  const match = dated && REST.exec(dated.rest);
  if (!match) return null;
  const { id, from, lastDay, period } = dated;
  const [, typeToken = "", kind = ""] = match;
  const identifier = classifyMeasureIdentifier(id);
  return {
    identifier,
    from,
    lastDay,
    period,
    typeToken,
    quantity: quantityOfTypeToken(typeToken, roleOf(identifier)),
    kind: kind.toLowerCase() === "cdc" ? "load_curve" : "energy",
  };
}

/**
 * The name of a measure file, as {@link parseMeasureFileName} reads it.
 *
 * @param identifier - PRM, ACC number or injection contract.
 * @param period - Its last day is printed, not the first one after it.
 *
 * @example
 * writeMeasureFileName({ identifier: "ACC00000001", period: april, quantity: "self_consumed", kind: "load_curve" });
 * // => "ACC00000001_01042026_30042026_Autoconso_CDC.csv"
 */
export function writeMeasureFileName(parts: {
  readonly identifier: string;
  readonly period: Period;
  readonly quantity: EnergyQuantity;
  readonly kind: MeasureFileName["kind"];
}): string {
  const kind = parts.kind === "load_curve" ? "CDC" : "ENERGIE";
  return `${writeDatedFileName(parts.identifier, parts.period)}_${TYPE_TOKENS[parts.quantity]}_${kind}.csv`;
}

const TYPE_TOKENS: Readonly<Record<EnergyQuantity, string>> = {
  withdrawal: "Conso",
  injection: "Prod",
  self_consumed: "Autoconso",
  self_produced: "Autoprod",
  surplus: "Surplus",
  complement: "Complement",
};

// An injection contract belongs to a producer; a PRM may be either, or both.
function roleOf({ kind }: MeasureIdentifier): MeasureFileRole | null {
  if (kind === "injection_contract") return "producer";
  return kind === "operation" ? "operation" : null;
}
