import type { CurveSubject } from "@/lib/domain/explorer/curve-subject";
import { formatCount } from "./format-number";

type DescribedCurve = { readonly subject: CurveSubject; readonly quantity: "withdrawal" | "injection" };

const QUANTITIES = { withdrawal: "soutirage", injection: "injection" } as const;

/** Whose curve it is and what it tells, « École Jules-Ferry (soutirage) ». */
export function describeCurve({ subject, quantity }: DescribedCurve): string {
  switch (subject.kind) {
    case "consumers":
      return "Tous les consommateurs";
    case "producers":
      return "Tous les producteurs";
    case "points":
      return `Somme de ${formatCount(subject.count, "PRM", "PRM")} (${QUANTITIES[quantity]})`;
    default:
      return `${subject.name} (${QUANTITIES[quantity]})`;
  }
}
