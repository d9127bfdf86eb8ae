"use client";

import type { Route } from "next";
import { useMemo } from "react";
import { DataTable } from "@/components/ui/data-table";
import { PageSection } from "@/components/ui/page-section";
import { describeCurveOrigin } from "@/lib/format/describe-preview";
import type { TableColumn } from "@/lib/format/table-cells";
import type { CoefficientPreview } from "@/lib/schemas/api/coefficient-preview";

const ENERGY = { kind: "energyWh", sum: true, decimals: 0 } as const;

const CONSUMER_COLUMNS: readonly TableColumn[] = [
  { key: "name", label: "Consommateur", kind: "text" },
  { ...ENERGY, key: "withdrawalWh", label: "Soutirage" },
  { ...ENERGY, key: "selfConsumedWh", label: "Autoconsommé" },
  { ...ENERGY, key: "inForceWh", label: "Clé en vigueur" },
  { ...ENERGY, key: "changeWh", label: "Écart", differenceOf: ["selfConsumedWh", "inForceWh"] },
  { ...ENERGY, key: "complementWh", label: "Complément", differenceOf: ["withdrawalWh", "selfConsumedWh"] },
  { key: "rate", label: "Taux d’autoproduction", kind: "ratio" },
  { key: "origin", label: "Courbe", kind: "status" },
];

const PRODUCER_COLUMNS: readonly TableColumn[] = [
  { key: "name", label: "Producteur", kind: "text" },
  { ...ENERGY, key: "productionWh", label: "Production" },
  { ...ENERGY, key: "selfProducedWh", label: "Autoproduit" },
  { ...ENERGY, key: "inForceWh", label: "Clé en vigueur" },
  { ...ENERGY, key: "changeWh", label: "Écart", differenceOf: ["selfProducedWh", "inForceWh"] },
  { ...ENERGY, key: "surplusWh", label: "Surplus", differenceOf: ["productionWh", "selfProducedWh"] },
  { key: "origin", label: "Courbe", kind: "status" },
];

type PreviewTablesProps = {
  preview: Pick<CoefficientPreview, "consumers" | "producers">;
  /** Of the operation, for addresses and file names. */
  slug: string;
};

/** What each consumer and each producer would have got. */
export function PreviewTables({ preview: { consumers, producers }, slug }: PreviewTablesProps) {
  const consumerRows = useMemo(
    () =>
      consumers.map((consumer) => ({
        id: consumer.prm,
        href: sheetOf(slug, consumer.prm),
        cells: {
          name: consumer.name,
          withdrawalWh: consumer.withdrawalWh,
          selfConsumedWh: consumer.tried.selfConsumedWh,
          inForceWh: consumer.inForce.selfConsumedWh,
          changeWh: consumer.tried.selfConsumedWh - consumer.inForce.selfConsumedWh,
          complementWh: consumer.tried.complementWh,
          rate: consumer.tried.selfProductionRate,
          origin: describeCurveOrigin(consumer),
        },
      })),
    [consumers, slug],
  );
  const producerRows = useMemo(
    () =>
      producers.map((producer) => ({
        id: producer.prm,
        href: sheetOf(slug, producer.prm),
        cells: {
          name: producer.name,
          productionWh: producer.productionWh,
          selfProducedWh: producer.tried.selfProducedWh,
          inForceWh: producer.inForce.selfProducedWh,
          changeWh: producer.tried.selfProducedWh - producer.inForce.selfProducedWh,
          surplusWh: producer.tried.surplusWh,
          origin: describeCurveOrigin(producer),
        },
      })),
    [producers, slug],
  );
  return (
    <>
      <PageSection title="Par consommateur">
        <DataTable
          caption="Ce que chaque consommateur aurait reçu"
          columns={CONSUMER_COLUMNS}
          rows={consumerRows}
          fileName={`${slug}-apercu-consommateurs`}
          empty={<p>Aucun consommateur à compter.</p>}
        />
      </PageSection>
      <PageSection title="Par producteur">
        <DataTable
          caption="Ce que chaque producteur aurait partagé"
          columns={PRODUCER_COLUMNS}
          rows={producerRows}
          fileName={`${slug}-apercu-producteurs`}
          empty={<p>Aucun producteur à compter.</p>}
        />
      </PageSection>
    </>
  );
}

function sheetOf(slug: string, prm: string): Route {
  return `/operations/${slug}/participants/prm/${prm}` as Route;
}
