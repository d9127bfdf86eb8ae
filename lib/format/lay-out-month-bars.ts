import type { ReportMonth } from "@/lib/domain/report/council-report";

/** A month as two parts of one bar, in the units of the drawing; y grows downwards. */
export type MonthBar = {
  readonly x: number;
  readonly width: number;
  /** Null where the month is not settled. */
  readonly parts: {
    readonly shared: { readonly y: number; readonly height: number };
    readonly rest: { readonly y: number; readonly height: number };
  } | null;
};

/** Of a month's place, what separates two bars. */
const GAP = 0.3;

/** The production of each month as a bar: what was used below, the surplus on it. */
export function layOutMonthBars(
  months: readonly ReportMonth[],
  { width, height }: { readonly width: number; readonly height: number },
): { readonly bars: readonly MonthBar[]; readonly mostWh: number } {
  const mostWh = Math.max(0, ...months.map(({ energies }) => energies?.productionWh ?? 0));
  const place = width / Math.max(1, months.length);
  const tall = (wh: number) => (mostWh === 0 ? 0 : (wh / mostWh) * height);
  const bars = months.map(({ energies }, index): MonthBar => {
    const bar = { x: (index + GAP / 2) * place, width: place * (1 - GAP) };
    if (!energies) return { ...bar, parts: null };
    const [low, high] = [tall(energies.selfConsumedWh), tall(energies.surplusWh)];
    return {
      ...bar,
      parts: { shared: { y: height - low, height: low }, rest: { y: height - low - high, height: high } },
    };
  });
  return { bars, mostWh };
}
