const PALETTE_SIZE = 8;
const DASHES: readonly (string | undefined)[] = [undefined, "2 3", "10 3 2 3"];
const COMPARISON_DASH = "6 4";

/** How a curve is drawn. */
export type CurveStyle = {
  /** A CSS colour that follows the scheme. */
  readonly color: string;
  /** `stroke-dasharray`; undefined for a plain line. */
  readonly dash: string | undefined;
};

type StyledCurve = { readonly quantity: "withdrawal" | "injection"; readonly isComparison: boolean };

/**
 * The colours of curves drawn together.
 *
 * One curve of each quantity has the colour energy has everywhere; several are told apart by eight colours, then by
 * dots. A curve others are compared with is dashed.
 */
export function curveStyles(curves: readonly StyledCurve[]): readonly CurveStyle[] {
  const isAlone = (curve: StyledCurve) => curves.filter(({ quantity }) => quantity === curve.quantity).length === 1;
  const usesEnergyColors = curves.every(isAlone);
  return curves.map(({ quantity, isComparison }, index) => ({
    color: usesEnergyColors
      ? `var(--energy-${quantity === "injection" ? "production" : "withdrawal"})`
      : `var(--curve-${(index % PALETTE_SIZE) + 1})`,
    dash: isComparison ? COMPARISON_DASH : DASHES[Math.floor(index / PALETTE_SIZE) % DASHES.length],
  }));
}
