import { type OperationParty, PARTY_FIELDS, type PartyField, type PartyRole } from "./operation-party";

/** What the sheet of an operation says of itself; null: not told yet. */
export type DescribedOperation = {
  readonly proximityKind: string | null;
  readonly derogationBasis: string | null;
  readonly place: string | null;
  readonly parties: Readonly<Partial<Record<PartyRole, OperationParty>>>;
};

export type MissingSheetField =
  | { readonly of: "operation"; readonly field: "proximityKind" | "derogationBasis" | "place" }
  | { readonly of: PartyRole; readonly field: PartyField };

/**
 * The roles that must be told before a convention is signed. A « mandataire » there may be; the DSO tells its desk
 * once the operation has started.
 */
const NEEDED_ROLES = ["organiser", "referent", "correspondent", "signatory"] as const satisfies readonly PartyRole[];

/**
 * What is still to be written before the sheet can go to the DSO, in its order.
 *
 * @see Convention Enedis-FOR-CF_01E, annexes 1 and 3.
 */
export function listMissingSheetFields(operation: DescribedOperation): readonly MissingSheetField[] {
  const missing: MissingSheetField[] = [];
  for (const role of NEEDED_ROLES) {
    const party = operation.parties[role];
    for (const field of PARTY_FIELDS[role]) if (!party?.[field]) missing.push({ of: role, field });
  }
  if (operation.proximityKind === null) missing.push({ of: "operation", field: "proximityKind" });
  if (operation.proximityKind === "derogation" && operation.derogationBasis === null) {
    missing.push({ of: "operation", field: "derogationBasis" });
  }
  if (!operation.place) missing.push({ of: "operation", field: "place" });
  return missing;
}
