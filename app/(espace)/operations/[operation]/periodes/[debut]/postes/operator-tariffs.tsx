import { DataTable } from "@/components/ui/data-table";
import { Notice } from "@/components/ui/notice";
import { PageSection } from "@/components/ui/page-section";
import type { EnergyQuantity } from "@/lib/domain/series/energy-quantity";
import { formatCount } from "@/lib/format/format-number";
import type { TableColumn } from "@/lib/format/table-cells";
import type { NamedTariff } from "@/lib/services/tariffs/read-period-tariffs";

const COLUMNS: readonly TableColumn[] = [
  { key: "name", label: "Site", kind: "text" },
  { key: "prm", label: "PRM", kind: "code" },
  { key: "quantity", label: "Grandeur", kind: "text" },
  { key: "period", label: "Poste", kind: "text" },
  { key: "ours", label: "Prorata", kind: "energyWh", decimals: 2 },
  { key: "theirs", label: "Gestionnaire", kind: "energyWh", decimals: 2 },
  { key: "difference", label: "Écart", kind: "energyWh", decimals: 2 },
];

const QUANTITIES: Readonly<Record<EnergyQuantity, string>> = {
  withdrawal: "Soutirage",
  self_consumed: "Autoconsommé",
  complement: "Complément",
  injection: "Injection",
  self_produced: "Autoproduit",
  surplus: "Surplus",
};

type OperatorTariffsProps = { compared: readonly NamedTariff[]; periodName: string; fileName: string };

/** Where the operator's energies by tariff period are not ours; nothing when it published none. */
export function OperatorTariffs({ compared, periodName, fileName }: OperatorTariffsProps) {
  if (compared.length === 0) return null;
  const different = compared.filter(({ isAlike }) => isAlike === false);
  const unknown = compared.filter(({ isAlike }) => isAlike === null).length;
  const sites = new Set(different.map(({ prm }) => prm)).size;
  return (
    <PageSection title="À côté des postes du gestionnaire">
      <Notice
        tone={different.length > 0 ? "warning" : "success"}
        title={
          different.length > 0
            ? `${formatCount(sites, "PRM n’a pas", "PRM n’ont pas")} les mêmes énergies par poste`
            : "Aucun écart au-dessus de 0,01 kWh"
        }
      >
        {formatCount(compared.length, "énergie comparée", "énergies comparées")} avec ses fichiers « ENERGIE », à 0,01
        {"\u00a0"}kWh près
        {unknown > 0 &&
          `, dont ${formatCount(unknown, "que", "que")} des heures creuses non renseignées laissent sans réponse`}
        .
        {different.length > 0 &&
          " L’écart est la valeur du gestionnaire moins la nôtre. Si leur total est le même, les heures creuses enregistrées ne sont pas celles du gestionnaire : comparez-les avec la facture."}
      </Notice>
      {different.length > 0 && (
        <DataTable
          caption={`Écarts par poste tarifaire, ${periodName}`}
          columns={COLUMNS}
          fileName={`${fileName}-ecarts`}
          rows={different.map(({ prm, name, quantity, tariffPeriod, oursWh, theirsWh, differenceWh }) => ({
            id: `${prm} ${quantity} ${tariffPeriod}`,
            cells: {
              name,
              prm,
              quantity: QUANTITIES[quantity],
              period: tariffPeriod,
              ours: oursWh,
              theirs: theirsWh,
              difference: differenceWh,
            },
          }))}
        />
      )}
    </PageSection>
  );
}
