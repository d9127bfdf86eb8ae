import type { Route } from "next";
import { DayHourHeatMap } from "@/components/coefficients/day-hour-heat-map";
import { DataTable } from "@/components/ui/data-table";
import { FilterSelect } from "@/components/ui/filter-select";
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
  const { shown, producer, producers } = made;
  const [first, ...others] = producers;
  return (
    <>
      {producer && first && others.length > 0 && (
        <FilterSelect
          label="Producteur"
          param="producteur"
          all={nameOf(first)}
          options={others.map((each) => ({ value: each.prm, label: nameOf(each) }))}
          value={producer.id === first.id ? undefined : producer.prm}
        />
      )}
      <DataTable
        caption={`Part moyenne de chaque consommateur${ofProducer(producer)} ; choisissez-en un pour la voir heure par heure`}
        columns={[
          { key: "name", label: "Site", kind: "text" },
          { key: "prm", label: "PRM", kind: "code" },
          { key: "mean", label: "Part moyenne", kind: "ratio", decimals: 2 },
        ]}
        fileName={`${slug}-cle-${period.from}${producer ? `-${producer.prm}` : ""}`}
        rows={consumers.map(({ id, name, prm, meanPpm }) => ({
          id,
          href: `/operations/${slug}/coefficients/cle-du-mois/${period.from}?prm=${prm}${producer ? `&producteur=${producer.prm}` : ""}` as Route,
          cells: { name, prm, mean: meanPpm === null ? null : meanPpm / 1_000_000 },
        }))}
      />
      {shown && (
        <DayHourHeatMap
          key={`${producer?.id} ${shown.consumer.id}`}
          title={`Part de ${shown.consumer.name}${ofProducer(producer)}`}
          subtitle={formatPeriod(period.from, period.toExclusive)}
          days={shown.days.map(({ day, means }) => ({
            day,
            percents: Array.from(means, (ppm) => (Number.isNaN(ppm) ? null : ppm / 10_000)),
          }))}
          fileName={`${slug}-cle-${period.from}-${producer ? `${producer.prm}-` : ""}${shown.consumer.prm}`}
        />
      )}
      {mayWrite && delivery?.state === "draft" && shown && (
        <details>
          <summary>{producer ? `Corriger à la main la clé de ${nameOf(producer)}` : "Corriger à la main"}</summary>
          <CorrectForm
            key={`${producer?.id} ${shown.consumer.id}`}
            hidden={{ operation: slug, delivery: delivery.id, ...(producer ? { producer: producer.id } : {}) }}
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

type Named = { readonly name: string; readonly prm: string };

// Sites of one holder may bear one name.
const nameOf = ({ name, prm }: Named): string => `${name} (${prm})`;

const ofProducer = (producer: Named | null): string => (producer ? ` dans l’énergie de ${nameOf(producer)}` : "");
