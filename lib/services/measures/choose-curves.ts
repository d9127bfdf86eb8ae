import type { MeteringPointSheet } from "@/lib/data/metering-points";
import type { CurveSubject } from "@/lib/domain/explorer/curve-subject";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";

/** One curve to draw: what its members exchange, together. */
export type ChosenCurve = {
  /** The same for the same choice, whatever the period. */
  readonly id: string;
  readonly subject: CurveSubject;
  readonly quantity: "withdrawal" | "injection";
  readonly members: readonly MeteringPointSheet[];
};

export type ChosenCurves = {
  readonly curves: readonly ChosenCurve[];
  /** What was asked for and is not in the operation. */
  readonly unknown: readonly string[];
};

const QUANTITIES = { consumer: "withdrawal", producer: "injection" } as const;
const ROLES: readonly PerimeterRole[] = ["producer", "consumer"];

/**
 * The curves that stand behind choices: `consumers`, `producers`, a PRM, or `participant:` and an identifier.
 *
 * A metering point or participant with both roles gives two curves: what is drawn and what is fed in never add up.
 *
 * @param isSum - One curve for all that is drawn, one for all that is fed in; each metering point counts once.
 */
export function chooseCurves(
  points: readonly MeteringPointSheet[],
  choices: readonly string[],
  isSum: boolean,
): ChosenCurves {
  const found = choices.map((choice) => curvesOf(points, choice));
  const unknown = choices.filter((_, index) => found[index]?.length === 0);
  const curves = [...new Map(found.flat().map((curve) => [curve.id, curve])).values()];
  return { curves: isSum && curves.length > 1 ? addUp(curves) : curves, unknown };
}

function curvesOf(points: readonly MeteringPointSheet[], choice: string): readonly ChosenCurve[] {
  if (choice === "consumers" || choice === "producers") {
    return byRole(choice, { kind: choice }, points, [choice === "consumers" ? "consumer" : "producer"]);
  }
  if (choice.startsWith("participant:")) {
    const id = choice.slice("participant:".length);
    const held = points.filter(({ participantId }) => participantId === id);
    return held[0] ? byRole(choice, { kind: "participant", id, name: held[0].participantName }, held, ROLES) : [];
  }
  const point = points.find(({ prm }) => prm === choice);
  return point ? byRole(choice, { kind: "point", prm: point.prm, name: point.name }, [point], ROLES) : [];
}

function byRole(
  choice: string,
  subject: CurveSubject,
  points: readonly MeteringPointSheet[],
  roles: readonly PerimeterRole[],
): readonly ChosenCurve[] {
  return roles.flatMap((role) => {
    const members = points.filter(({ attachments }) => attachments.some((attached) => attached.role === role));
    const quantity = QUANTITIES[role];
    return members.length === 0 ? [] : [{ id: `${choice}|${quantity}`, subject, quantity, members }];
  });
}

function addUp(curves: readonly ChosenCurve[]): readonly ChosenCurve[] {
  return ROLES.flatMap((role) => {
    const quantity = QUANTITIES[role];
    const parts = curves.filter((curve) => curve.quantity === quantity);
    const members = [...new Map(parts.flatMap((part) => part.members.map((point) => [point.id, point]))).values()];
    if (members.length === 0) return [];
    const subject: CurveSubject =
      parts.length === 1 && parts[0] ? parts[0].subject : { kind: "points", count: members.length };
    return [{ id: `sum|${quantity}`, subject, quantity, members }];
  });
}
