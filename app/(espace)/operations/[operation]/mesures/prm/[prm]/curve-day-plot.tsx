import { CurveChart } from "@/components/charts/curve-chart";
import { type CurvePlotData, STATE_CODES } from "@/components/charts/curve-plot-data";
import type { BucketState } from "@/lib/domain/explorer/down-sample-group";
import { energyToPowerW } from "@/lib/domain/series/energy-to-power-w";
import { formatEnergy } from "@/lib/format/format-energy";
import type { CurveDayReading, CurveStep } from "@/lib/services/measures/read-curve-day";

const STATES: Readonly<Record<CurveStep["origin"], BucketState>> = {
  measured: "measured",
  interpolated: "corrected",
  copied: "corrected",
  manual: "manual",
  missing: "missing",
};

type CurveDayPlotProps = { curve: CurveDayReading; title: string; subtitle: string; fileName: string };

/** The day as it counts, with what was measured beside it where a person or the rule put something else. */
export function CurveDayPlot({ curve, title, subtitle, fileName }: CurveDayPlotProps) {
  const { steps, quantity, totalWh } = curve;
  const isReplaced = steps.some(({ measuredWh, countedWh }) => measuredWh !== null && measuredWh !== countedWh);
  const data: CurvePlotData = {
    startsMs: steps.map(({ startMs }) => startMs),
    endMs: steps.at(-1)?.endMs ?? 0,
    isByStep: true,
    otherLabel: isReplaced ? "tel que mesuré" : null,
    curves: [
      {
        id: quantity,
        label: "Retenu",
        color: `var(--energy-${quantity === "injection" ? "production" : "withdrawal"})`,
        dash: undefined,
        meanW: steps.map((step) => toPowerW(step, step.countedWh)),
        band: null,
        partialW: null,
        otherW: isReplaced ? steps.map((step) => toPowerW(step, step.measuredWh)) : null,
        energyWh: steps.map(({ countedWh }) => countedWh),
        states: steps.map(({ origin }) => STATE_CODES[STATES[origin]]).join(""),
        total: totalWh === null ? "incomplet" : formatEnergy(totalWh),
      },
    ],
  };
  return <CurveChart data={data} title={title} subtitle={subtitle} fileName={fileName} />;
}

function toPowerW({ startMs, endMs }: CurveStep, energyWh: number | null): number | null {
  return energyWh === null ? null : energyToPowerW(energyWh, (endMs - startMs) / 60_000);
}
