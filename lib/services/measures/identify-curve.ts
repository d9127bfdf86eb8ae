import type { MeteringPointSheet } from "@/lib/data/metering-points";
import type { EnergyQuantity } from "@/lib/domain/series/energy-quantity";
import type { MeasureFileName } from "@/lib/formats/annex-6/measure-file-name";
import { quantityOfTypeToken } from "@/lib/formats/annex-6/quantity-of-type-token";
import type { FileProblem } from "@/lib/formats/file-problem";
import type { ImportContext } from "./import-context";

export type IdentifiedCurve =
  | {
      readonly kind: "curve";
      readonly point: MeteringPointSheet;
      readonly quantity: EnergyQuantity;
      readonly warnings: readonly FileProblem[];
    }
  /** Understood, and of no use to the split: kept, not read. */
  | { readonly kind: "set_aside"; readonly problem: FileProblem }
  | { readonly kind: "refused"; readonly problem: FileProblem };

const OF_PRODUCERS: ReadonlySet<EnergyQuantity> = new Set(["injection", "self_produced", "surplus"]);

/** Says whose curve a file holds and what it measures, from its name and the registry. */
export function identifyCurve(name: MeasureFileName, context: ImportContext): IdentifiedCurve {
  const { identifier } = name;
  if (identifier.kind === "operation") return ofWholeOperation(identifier.accNumber, context);
  const found = findPoint(identifier, context);
  if ("problem" in found) return { kind: "refused", problem: found.problem };
  const { point } = found;

  const roles = [...new Set(point.attachments.map(({ role }) => role))];
  const [onlyRole] = roles;
  const quantity =
    name.quantity ?? quantityOfTypeToken(name.typeToken, roles.length === 1 && onlyRole ? onlyRole : null);
  if (!quantity) {
    return refused(
      "UNKNOWN_TYPE",
      `Le type « ${name.typeToken} » ne dit pas quelle grandeur le fichier contient. Renommez-le avec Conso, Prod, Autoconso, Autoprod, Surplus ou Complement.`,
    );
  }
  const role = OF_PRODUCERS.has(quantity) ? "producer" : "consumer";
  if (!roles.includes(role)) {
    const expected = role === "producer" ? "producteur" : "consommateur";
    return refused(
      "WRONG_ROLE",
      `Le PRM ${point.prm} (${point.name}) n’est pas ${expected} dans cette opération. Vérifiez le type « ${name.typeToken} » du nom du fichier, ou le périmètre.`,
    );
  }
  return { kind: "curve", point, quantity, warnings: [...zeroLost(identifier), ...outOfPerimeter(point, role, name)] };
}

function ofWholeOperation(accNumber: string, context: ImportContext): IdentifiedCurve {
  if (context.accNumber !== null && accNumber !== context.accNumber) {
    return refused(
      "OTHER_OPERATION",
      `Ce fichier est celui de l’opération ${accNumber}, pas de ${context.accNumber}. Déposez-le dans la bonne opération.`,
    );
  }
  const message =
    "Courbe de l’opération entière : le calcul part des courbes de chaque PRM. Le fichier est conservé, il n’est pas lu.";
  return { kind: "set_aside", problem: { severity: "warning", code: "OPERATION_CURVE", message } };
}

function findPoint(
  identifier: Exclude<MeasureFileName["identifier"], { kind: "operation" }>,
  context: ImportContext,
): { point: MeteringPointSheet } | { problem: FileProblem } {
  if (identifier.kind === "unknown") {
    const message = `« ${identifier.text} » n’est ni un PRM (14 chiffres), ni un numéro d’opération (ACC et 8 chiffres). Corrigez le début du nom du fichier.`;
    return { problem: { severity: "error", code: "UNKNOWN_IDENTIFIER", message } };
  }
  const isPrm = identifier.kind === "metering_point";
  const point = context.findPoint(isPrm ? { prm: identifier.prm } : { injectionContract: identifier.reference });
  if (point) return { point };
  const what = isPrm ? `Le PRM ${identifier.prm}` : `Le contrat d’injection ${identifier.reference}`;
  const message = `${what} n’est pas dans le périmètre de l’opération. Ajoutez-le aux participants, ou retirez ce fichier de l’envoi.`;
  return { problem: { severity: "error", code: "PRM_NOT_IN_PERIMETER", message } };
}

function zeroLost(identifier: MeasureFileName["identifier"]): readonly FileProblem[] {
  if (identifier.kind !== "metering_point" || !identifier.doubts.includes("zero_lost")) return [];
  const message = `Le nom du fichier donne 13 chiffres : il est lu comme le PRM ${identifier.prm}, dont le premier zéro s’est perdu.`;
  return [{ severity: "warning", code: "ZERO_LOST", message }];
}

function outOfPerimeter(
  point: MeteringPointSheet,
  role: "consumer" | "producer",
  { period }: MeasureFileName,
): readonly FileProblem[] {
  const counts = point.attachments.some(
    (attached) =>
      attached.role === role &&
      attached.from < period.toExclusive &&
      (attached.toExclusive === null || attached.toExclusive > period.from),
  );
  if (counts) return [];
  const message = `Le PRM ${point.prm} (${point.name}) ne participait pas à l’opération ces jours-là : ses mesures sont gardées, elles n’entrent dans aucun calcul.`;
  return [{ severity: "warning", code: "OUT_OF_PERIMETER", message }];
}

function refused(code: string, message: string): IdentifiedCurve {
  return { kind: "refused", problem: { severity: "error", code, message } };
}
