import { TariffBars } from "@/components/charts/tariff-bars";
import { DataTable } from "@/components/ui/data-table";
import { PageSection } from "@/components/ui/page-section";
import type { TableColumn } from "@/lib/format/table-cells";
import { NO_SCHEDULE, TARIFF_PERIOD_WORDS } from "@/lib/format/tariff-words";
import type { PeriodTariffs } from "@/lib/services/tariffs/read-period-tariffs";
import type { TariffBreakdown, TariffPart } from "@/lib/services/tariffs/read-tariff-breakdown";

const POINT_COLUMNS: readonly TableColumn[] = [
  { key: "name", label: "Site", kind: "text" },
  { key: "prm", label: "PRM", kind: "code" },
  { key: "period", label: "Poste", kind: "text" },
];

const CONSUMER_COLUMNS: readonly TableColumn[] = [
  ...POINT_COLUMNS,
  { key: "energy", label: "Soutirage", kind: "energyWh", sum: true },
  { key: "shared", label: "Autoconsommé", kind: "energyWh", sum: true },
  { key: "rest", label: "Complément", kind: "energyWh", sum: true, differenceOf: ["energy", "shared"] },
];

const PRODUCER_COLUMNS: readonly TableColumn[] = [
  ...POINT_COLUMNS,
  { key: "energy", label: "Injection", kind: "energyWh", sum: true },
  { key: "shared", label: "Autoproduit", kind: "energyWh", sum: true },
  { key: "rest", label: "Surplus", kind: "energyWh", sum: true, differenceOf: ["energy", "shared"] },
];

type TariffTablesProps = { tariffs: PeriodTariffs; periodName: string; fileName: string };

/** Energies by tariff period: all consumers together, then each metering point. */
export function TariffTables({ tariffs, periodName, fileName }: TariffTablesProps) {
  const { consumers, producers, totals } = tariffs;
  return (
    <>
      <PageSection title="Tous les consommateurs">
        <TariffBars
          period={periodName}
          fileName={fileName}
          bars={totals.map((part) => ({
            label: codeOf(part),
            words: part.period ? TARIFF_PERIOD_WORDS[part.period] : "heures creuses inconnues",
            withdrawalWh: part.energyWh,
            selfConsumedWh: part.sharedWh,
            complementWh: part.restWh,
          }))}
        />
      </PageSection>
      <PageSection title="Consommateurs, par poste">
        <DataTable
          caption={`Consommateurs par poste tarifaire, ${periodName}`}
          columns={CONSUMER_COLUMNS}
          fileName={`${fileName}-consommateurs`}
          rows={toRows(consumers)}
          hasFilter
        />
      </PageSection>
      <PageSection title="Producteurs, par poste">
        <DataTable
          caption={`Producteurs par poste tarifaire, ${periodName}`}
          columns={PRODUCER_COLUMNS}
          fileName={`${fileName}-producteurs`}
          rows={toRows(producers)}
        />
      </PageSection>
      <p>
        Une demi-heure que les heures creuses coupent (22h38) compte dans les deux postes, au prorata de ses minutes.
        Les heures sont celles de la pendule, changements d’heure compris. Corriger des heures creuses découpe ces
        énergies à nouveau ; le résultat de la période, lui, ne change pas.
      </p>
    </>
  );
}

const codeOf = ({ period }: TariffPart) => period ?? NO_SCHEDULE;

function toRows(breakdowns: readonly TariffBreakdown[]) {
  return breakdowns.flatMap(({ prm, name, parts }) =>
    parts.map((part) => ({
      id: `${prm} ${codeOf(part)}`,
      cells: {
        name,
        prm,
        period: codeOf(part),
        energy: part.energyWh,
        shared: part.sharedWh,
        rest: part.restWh,
      },
    })),
  );
}
