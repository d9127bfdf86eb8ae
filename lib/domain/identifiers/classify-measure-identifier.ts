import { isAccNumber } from "./is-acc-number";
import { isInjectionContract } from "./is-injection-contract";
import { type PrmDoubt, parsePrm } from "./parse-prm";

/** What a measure file's identifier designates. */
export type MeasureIdentifier =
  | { readonly kind: "metering_point"; readonly prm: string; readonly doubts: readonly PrmDoubt[] }
  | { readonly kind: "operation"; readonly accNumber: string }
  | { readonly kind: "injection_contract"; readonly reference: string }
  | { readonly kind: "unknown"; readonly text: string };

/**
 * Says what the identifier of a measure file is.
 *
 * Annexe 6 says a PRM (14 digits) or the number of the operation; its printed
 * examples have 13 and 10 digits. A 10-digit one is read as the reference of an
 * injection contract and a 13-digit one as a PRM that lost its zero [I]. Another
 * text is unknown: a question to the user, not a refusal.
 *
 * @see Convention Enedis-FOR-CF_01E, annexe 6.
 */
export function classifyMeasureIdentifier(text: string): MeasureIdentifier {
  const identifier = text.trim().toUpperCase();
  if (isAccNumber(identifier)) return { kind: "operation", accNumber: identifier };
  if (isInjectionContract(identifier)) return { kind: "injection_contract", reference: identifier };
  const point = parsePrm(identifier);
  return point ? { kind: "metering_point", ...point } : { kind: "unknown", text: text.trim() };
}
