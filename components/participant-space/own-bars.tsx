import { ENERGY_MARKS } from "@/components/charts/energy-colors";
import { EnergyLegend } from "@/components/charts/energy-legend";
import { EnergyPatterns } from "@/components/charts/energy-patterns";
import { PLOT, PlotFrame } from "@/components/publishing/plot-frame";
import { chooseEnergyUnit, toEnergyUnit } from "@/lib/format/format-energy";
import { formatNumber } from "@/lib/format/format-number";
import type { OwnSide } from "./own-energy-columns";

export type OwnBar = {
  readonly id: string;
  /** Under the bar; empty: none. */
  readonly tick: string;
  /** Null: he had none then. [Wh] */
  readonly energies: { readonly sharedWh: number; readonly restWh: number } | null;
};

type OwnBarsProps = {
  bars: readonly OwnBar[];
  side: OwnSide;
  /** What it shows, in words: the figures stand in the table beneath it. */
  label: string;
};

const BAR_PART = 0.8; // of the width of a slot; the rest is air

/** Bars of two parts, what the operation shared below and the rest on it. Drawn by the server: it needs no script. */
export function OwnBars({ bars, side, label }: OwnBarsProps) {
  const patterns = `espace-${side}`;
  const totals = bars.map(({ energies }) => (energies ? energies.sharedWh + energies.restWh : 0));
  const highestWh = Math.max(1, ...totals);
  const suited = chooseEnergyUnit(highestWh);
  const unit = suited === "Wh" ? "kWh" : suited; // as the table beneath it
  const slot = PLOT.width / Math.max(1, bars.length);
  const heightOf = (energyWh: number) => (energyWh / highestWh) * PLOT.height;
  const rest = side === "consumption" ? "complement" : "surplus";
  const restFill = rest === "surplus" ? `url(#${patterns}-surplus)` : ENERGY_MARKS.complement.color;
  return (
    <figure style={{ margin: 0 }}>
      <EnergyLegend
        items={[
          { flow: "selfConsumed", label: side === "consumption" ? "venu de l’opération" : "partagé" },
          { flow: rest, label: side === "consumption" ? "de votre fournisseur" : "surplus" },
        ]}
      />
      <PlotFrame
        label={label}
        highest={formatNumber(toEnergyUnit(highestWh, unit), { minDecimals: 1 })}
        half={formatNumber(toEnergyUnit(highestWh / 2, unit), { minDecimals: 1 })}
        unit={unit}
        ticks={bars.flatMap(({ tick }, index) => (tick === "" ? [] : [{ x: (index + 0.5) * slot, text: tick }]))}
      >
        <defs>
          <EnergyPatterns prefix={patterns} />
        </defs>
        {bars.map(({ id, energies }, index) => {
          if (!energies) return null;
          const shared = heightOf(energies.sharedWh);
          const above = heightOf(energies.restWh);
          const box = { x: (index + (1 - BAR_PART) / 2) * slot, width: slot * BAR_PART };
          return (
            <g key={id}>
              <rect {...box} y={PLOT.height - shared} height={shared} fill={ENERGY_MARKS.selfConsumed.color} />
              <rect
                {...box}
                y={PLOT.height - shared - above}
                height={above}
                fill={restFill}
                stroke={rest === "surplus" ? "var(--energy-surplus-hatch)" : undefined}
              />
            </g>
          );
        })}
      </PlotFrame>
    </figure>
  );
}
