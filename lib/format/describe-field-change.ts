import type { FieldChange, MemberField } from "@/lib/domain/perimeter/compare-perimeter";
import { formatKw } from "./format-energy";
import { UNKNOWN } from "./format-number";
import { formatPpm } from "./format-percent";

const LABELS: Readonly<Record<MemberField, string>> = {
  name: "titulaire",
  legalId: "SIRET ou RNA",
  address: "adresse",
  email: "adresse électronique",
  injectionContract: "contrat d’injection",
  peakPowerW: "puissance crête",
  coefficientPpm: "coefficient",
};

/**
 * One field of a participant before and after, in words.
 *
 * @example
 * describeFieldChange({ field: "coefficientPpm", before: 125_000, after: 100_000 }); // => "coefficient : 12,5 % → 10 %"
 */
export function describeFieldChange({ field, before, after }: FieldChange): string {
  return `${LABELS[field]} : ${showValue(field, before)} → ${showValue(field, after)}`;
}

function showValue(field: MemberField, value: string | number | null): string {
  if (value === null || value === "") return UNKNOWN;
  if (typeof value === "string") return value;
  if (field === "coefficientPpm") return formatPpm(value);
  return field === "peakPowerW" ? formatKw(value) : String(value);
}
