import { describeOtherAttachment } from "./describe-other-attachment";

/**
 * Which operation a PRM is in already.
 *
 * @param details - They name the other operation only to its own collectivity.
 * @param unnamed - What is said when they do not even tell the PRM.
 */
export function sayOtherOperation(details: unknown, unnamed: string): string {
  const { prm, operation, accNumber, from, toExclusive } = (details ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof prm !== "string") return unnamed;
  const named =
    typeof operation === "string" && typeof from === "string"
      ? {
          name: operation,
          accNumber: typeof accNumber === "string" ? accNumber : null,
          from,
          toExclusive: typeof toExclusive === "string" ? toExclusive : null,
        }
      : null;
  return describeOtherAttachment({ prm, operation: named });
}
