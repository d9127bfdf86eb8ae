import { Group } from "@mantine/core";
import type { Route } from "next";
import { DayHourHeatMap } from "@/components/coefficients/day-hour-heat-map";
import { ButtonLink } from "@/components/ui/button-link";
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
  const { shown, producers, producer } = made;
  const here = `/operations/${slug}/coefficients/cle-du-mois/${period.from}`;
  const ofProducer = producer ? `&producteur=${producer.prm}` : "";
  return (
    <>
      {producer && (
        <nav aria-label="Producteur dont la part est montrée">
          <Group gap="xs">
            {producers.map(({ id, name, prm }) => (
              <ButtonLink
                key={id}
                href={`${here}?producteur=${prm}` as Route}
                size="compact-md"
                variant={id === producer.id ? "filled" : "default"}
              >
                {`${name} (${prm})`}
              </ButtonLink>
            ))}
          </Group>
        </nav>
      )}
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
          href: `${here}?prm=${prm}${ofProducer}` as Route,
          cells: { name, prm, mean: meanPpm === null ? null : meanPpm / 1_000_000 },
        }))}
      />
      {shown && (
        <DayHourHeatMap
          key={`${shown.consumer.id}-${producer?.id}`}
          title={producer ? `Part de ${shown.consumer.name} dans ${producer.name}` : `Part de ${shown.consumer.name}`}
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
            key={`${shown.consumer.id}-${producer?.id}`}
            hidden={{ operation: slug, delivery: delivery.id, ...(producer ? { producer: producer.prm } : {}) }}
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
