import { CurveChart } from "@/components/charts/curve-chart";
import { type CurvePlotData, STATE_CODES } from "@/components/charts/curve-plot-data";
import { DataTable } from "@/components/ui/data-table";
import { DayPicker } from "@/components/ui/day-picker";
import { PageSection } from "@/components/ui/page-section";
import { energyToPowerW } from "@/lib/domain/series/energy-to-power-w";
import { addDays } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import { ENERGY_WORDS } from "@/lib/format/energy-words";
import { formatDay } from "@/lib/format/format-date";
import { formatEnergy } from "@/lib/format/format-energy";
import { formatTime, formatTimeWithOffset, hasClockChange } from "@/lib/format/format-instant";
import type { ComparedDay, ComparedStep } from "@/lib/services/comparison/read-compared-day";

type ComparedDaySectionProps = { compared: ComparedDay; period: Period; toleranceWh: number; fileName: string };

/** One curve on one day, ours and the operator's, drawn and step by step. */
export function ComparedDaySection({ compared, period, toleranceWh, fileName }: ComparedDaySectionProps) {
  const { name, prm, quantity, day, steps } = compared;
  const title = `${name} (${ENERGY_WORDS[quantity]})`;
  const [first, last] = [steps[0]?.startMs ?? 0, steps.at(-1)?.endMs ?? 0];
  const time = hasClockChange(first, last) ? formatTimeWithOffset : formatTime;
  return (
    <PageSection
      title={`${title}, PRM ${prm}`}
      actions={<DayPicker day={day} min={period.from} max={addDays(period.toExclusive, -1)} />}
    >
      <CurveChart data={toPlotData(steps)} title={title} subtitle={`le ${formatDay(day)}`} fileName={fileName} />
      <DataTable
        caption={`${title}, pas par pas, le ${formatDay(day)}`}
        columns={[
          { key: "time", label: "Pas de temps", kind: "text" },
          { key: "state", label: "État", kind: "status" },
          { key: "ours", label: "Notre calcul", kind: "energyWh", decimals: 3 },
          { key: "theirs", label: "Gestionnaire", kind: "energyWh", decimals: 3 },
          { key: "difference", label: "Écart", kind: "energyWh", decimals: 3 },
        ]}
        fileName={`${fileName}-pas`}
        rows={steps.map(({ startMs, endMs, oursWh, theirsWh }) => {
          const differenceWh = oursWh === null || theirsWh === null ? null : theirsWh - oursWh;
          const isDifferent = differenceWh !== null && Math.abs(differenceWh) > toleranceWh;
          return {
            id: String(startMs),
            cells: {
              time: `${time(startMs)} à ${time(endMs)}`,
              state: isDifferent
                ? { text: "écart", tone: "warning" }
                : differenceWh === null
                  ? { text: "manquant", tone: "neutral" }
                  : { text: "identique", tone: "success" },
              ours: oursWh,
              theirs: theirsWh,
              difference: differenceWh,
            },
          };
        })}
      />
    </PageSection>
  );
}

function toPlotData(steps: readonly ComparedStep[]): CurvePlotData {
  const curveOf = (id: "oursWh" | "theirsWh", label: string, color: string, dash: string | undefined) => {
    const energyWh = steps.map((step) => step[id]);
    const isComplete = energyWh.every((wh) => wh !== null);
    return {
      id,
      label,
      color,
      dash,
      meanW: steps.map((step) => toPowerW(step, step[id])),
      band: null,
      partialW: null,
      otherW: null,
      energyWh,
      states: energyWh.map((wh) => STATE_CODES[wh === null ? "missing" : "measured"]).join(""),
      total: isComplete ? formatEnergy(energyWh.reduce((sum: number, wh) => sum + (wh ?? 0), 0)) : "incomplet",
    };
  };
  return {
    startsMs: steps.map(({ startMs }) => startMs),
    endMs: steps.at(-1)?.endMs ?? 0,
    isByStep: true,
    otherLabel: null,
    curves: [
      curveOf("oursWh", "Notre calcul", "var(--curve-1)", undefined),
      curveOf("theirsWh", "Gestionnaire", "var(--curve-2)", "6 4"),
    ],
  };
}

const toPowerW = ({ startMs, endMs }: ComparedStep, wh: number | null) =>
  wh === null ? null : energyToPowerW(wh, (endMs - startMs) / 60_000);
