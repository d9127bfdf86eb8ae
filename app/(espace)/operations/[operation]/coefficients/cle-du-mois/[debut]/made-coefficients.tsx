import type { Route } from "next";
import { DayHourHeatMap } from "@/components/coefficients/day-hour-heat-map";
import { DataTable } from "@/components/ui/data-table";
import { addDays } from "@/lib/domain/time/civil-date";
import { formatPeriod } from "@/lib/format/format-date";
import type { MonthKeySheet } from "@/lib/services/coefficients/read-month-key";
import { CorrectForm } from "./delivery-forms";

type MadeCoefficientsProps = {
  slug: string;
  month: MonthKeySheet;
  made: NonNullable<MonthKeySheet["made"]>;
  mayWrite: boolean;
};

/** What each consumer gets over the month, hour by hour for one of them, and its correction by hand. */
export function MadeCoefficients({ slug, month, made, mayWrite }: MadeCoefficientsProps) {
  const { period, consumers, delivery } = month;
  const { shown } = made;
  return (
    <>
      <DataTable
        caption="Part moyenne de chaque consommateur ; choisissez-en un pour la voir heure par heure"
        columns={[
          { key: "name", label: "Site", kind: "text" },
          { key: "prm", label: "PRM", kind: "code" },
          { key: "mean", label: "Part moyenne", kind: "ratio", decimals: 2 },
        ]}
        fileName={`${slug}-cle-${period.from}`}
        rows={consumers.map(({ id, name, prm, meanPpm }) => ({
          id,
          href: `/operations/${slug}/coefficients/cle-du-mois/${period.from}?prm=${prm}` as Route,
          cells: { name, prm, mean: meanPpm === null ? null : meanPpm / 1_000_000 },
        }))}
      />
      {shown && (
        <DayHourHeatMap
          key={shown.consumer.id}
          title={`Part de ${shown.consumer.name}`}
          subtitle={formatPeriod(period.from, period.toExclusive)}
          days={shown.days.map(({ day, means }) => ({
            day,
            percents: Array.from(means, (ppm) => (Number.isNaN(ppm) ? null : ppm / 10_000)),
          }))}
          fileName={`${slug}-cle-${period.from}-${shown.consumer.prm}`}
        />
      )}
      {mayWrite && delivery?.state === "draft" && shown && (
        <details>
          <summary>Corriger à la main</summary>
          <CorrectForm
            key={shown.consumer.id}
            hidden={{ operation: slug, delivery: delivery.id }}
            consumers={consumers.map(({ id, name, prm }) => ({ id, name, prm }))}
            consumer={shown.consumer.id}
            firstDay={period.from}
            lastDay={addDays(period.toExclusive, -1)}
          />
        </details>
      )}
    </>
  );
}
