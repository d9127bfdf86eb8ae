import type { MeteringPointSheet } from "@/lib/data/metering-points";
import type { MeasureIdentifier } from "@/lib/domain/identifiers/classify-measure-identifier";
import { roleOfQuantity } from "@/lib/domain/perimeter/role-of-quantity";
import type { EnergyQuantity } from "@/lib/domain/series/energy-quantity";
import type { Period } from "@/lib/domain/time/period";
import type { FileProblem } from "@/lib/formats/file-problem";
import { type IdentifiedPoint, identifyOwner, identifyPoint } from "./identify-point";
import { identifyQuantity } from "./identify-quantity";
import type { ImportContext } from "./import-context";
import * as messages from "./import-messages";

/** What a file says of a curve, or of energies, before the registry is asked. */
export type CurveClaim = {
  /** Names the file, or one of its curves. */
  readonly key: string;
  readonly file: string;
  /** Null where nothing says it. */
  readonly identifier: MeasureIdentifier | null;
  readonly quantity: EnergyQuantity | null;
  /** The word of the file's name. */
  readonly typeToken: string | null;
};

export type IdentifiedCurve =
  | {
      readonly kind: "curve";
      readonly point: MeteringPointSheet;
      readonly quantity: EnergyQuantity;
      readonly warnings: readonly FileProblem[];
    }
  /** Understood, and of no use to the split: kept, not read. */
  | { readonly kind: "set_aside"; readonly problem: FileProblem }
  | { readonly kind: "question"; readonly problem: FileProblem }
  | { readonly kind: "refused"; readonly problem: FileProblem };

type Asking = Pick<ImportContext, "accNumber" | "findPoint" | "ask">;

/** Says whose curve a file holds and what it measures, from its name, its content, the registry and its sender. */
export function identifyCurve(claim: CurveClaim, context: Asking): IdentifiedCurve {
  const { identifier } = claim;
  if (identifier?.kind === "operation") return ofWholeOperation(identifier.accNumber, context);
  const found = identifyClaimant(claim, context);
  if (found.kind !== "point") return found;
  const { point } = found;

  const roles = [...new Set(point.attachments.map(({ role }) => role))];
  const [onlyRole] = roles;
  const what = identifyQuantity(claim, roles.length === 1 && onlyRole ? onlyRole : null, context);
  if ("problem" in what) return { kind: "question", problem: what.problem };
  const { quantity } = what;
  const role = roleOfQuantity(quantity);
  if (!roles.includes(role)) return { kind: "refused", problem: messages.wrongRole(point, role, claim.typeToken) };
  return { kind: "curve", point, quantity, warnings: found.warnings };
}

/** Says that a metering point did not take part on any of the days, in the role that the quantity has. */
export function tellOutOfPerimeter(
  point: MeteringPointSheet,
  quantity: EnergyQuantity,
  period: Period,
): readonly FileProblem[] {
  const role = roleOfQuantity(quantity);
  const counts = point.attachments.some(
    (attached) =>
      attached.role === role &&
      attached.from < period.toExclusive &&
      (attached.toExclusive === null || attached.toExclusive > period.from),
  );
  return counts ? [] : [messages.outOfPerimeter(point)];
}

function identifyClaimant({ identifier, file, key }: CurveClaim, context: Asking): IdentifiedPoint {
  return identifier
    ? identifyPoint(identifier, file, context)
    : identifyOwner({ key, name: file }, messages.unnamedCurve(file), context);
}

function ofWholeOperation(accNumber: string, { accNumber: ours }: Asking): IdentifiedCurve {
  return ours !== null && accNumber !== ours
    ? { kind: "refused", problem: messages.otherOperation(accNumber, ours) }
    : { kind: "set_aside", problem: messages.operationCurve() };
}
