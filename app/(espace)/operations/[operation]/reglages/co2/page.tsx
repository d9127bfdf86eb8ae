import type { Metadata, Route } from "next";
import { RegistryForm } from "@/components/registry/registry-form";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { KeyValues } from "@/components/ui/key-values";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import { formatCarbonFactor } from "@/lib/format/format-carbon";
import { formatDay } from "@/lib/format/format-date";
import { formatInstant } from "@/lib/format/format-instant";
import { formatNumber } from "@/lib/format/format-number";
import type { TableColumn } from "@/lib/format/table-cells";
import { requireOperation } from "@/lib/server/access";
import { isGrantedInCollectivity } from "@/lib/server/permissions";
import { listPublishedFactors } from "@/lib/services/carbon/list-published-factors";
import { readCarbonFactors } from "@/lib/services/carbon/read-carbon-factors";
import { withdrawCarbonFactorAction } from "./actions";
import { CarbonFactorForm } from "./carbon-factor-form";

export const metadata: Metadata = { title: "Facteur d’émission" };

const FORMER_COLUMNS: readonly TableColumn[] = [
  { key: "told", label: "Enregistré le", kind: "instantMs" },
  { key: "author", label: "Par", kind: "text" },
  { key: "from", label: "Valait à partir du", kind: "day" },
  { key: "grid", label: "Réseau", kind: "number", unit: "g CO₂e/kWh", decimals: 2 },
  { key: "own", label: "Toits", kind: "number", unit: "g CO₂e/kWh", decimals: 2 },
  { key: "source", label: "Source", kind: "text" },
  { key: "ended", label: "Remplacé ou retiré le", kind: "instantMs" },
];

export default async function CarbonPage({ params }: PageProps<"/operations/[operation]/reglages/co2">) {
  const operation = await requireOperation((await params).operation);
  const { slug, startDay } = operation.sheet;
  const { standing, former } = await readCarbonFactors(operation.id);
  const mayWrite = isGrantedInCollectivity(operation, "write");
  const [published] = standing.length === 0 ? listPublishedFactors() : [];
  return (
    <>
      <PageHeader
        title="Facteur d’émission (CO₂)"
        breadcrumb={[{ label: "Fiche de l’opération", href: `/operations/${slug}/reglages` as Route }]}
        lead="CO₂ évité = énergie autoconsommée × (ce qu’un kWh du réseau émet − ce qu’un kWh des toits émet, si on le compte). Le surplus n’est pas compté."
      />
      <p>
        Le facteur vaut pour toutes les opérations de {operation.collectivity.name}. Chaque jour prend celui qui vaut ce
        jour-là ; avant le premier, le CO₂ évité n’est pas connu.
      </p>
      {standing.length === 0 && (
        <EmptyState
          title="Le facteur d’émission est à renseigner"
          purpose="Sans lui, le tableau de bord ne dit pas le CO₂ évité : rien n’est supposé."
          needed="un facteur publié, avec sa source et son année (RTE, Base Empreinte de l’ADEME)."
        />
      )}
      {standing.map(({ id, from, gridGramsPerKwh, ownGramsPerKwh, source, year, createdAt, createdByName }) => (
        <PageSection key={id} title={`À partir du ${formatDay(from)}`}>
          <KeyValues
            items={[
              { label: "Électricité du réseau", value: formatCarbonFactor(gridGramsPerKwh) },
              {
                label: "Électricité des toits",
                value: ownGramsPerKwh === null ? "non comptée" : formatCarbonFactor(ownGramsPerKwh),
              },
              { label: "Source", value: `${source} (${year})` },
              {
                label: "Enregistré",
                value: `le ${formatInstant(createdAt)}${createdByName ? ` par ${createdByName}` : ""}`,
              },
            ]}
          />
          {mayWrite && (
            <RegistryForm
              label={`Retirer le facteur à partir du ${formatDay(from)}`}
              submit="Retirer ce facteur"
              action={withdrawCarbonFactorAction}
              hidden={{ operation: slug, from }}
              isDestructive
            />
          )}
        </PageSection>
      ))}
      {mayWrite && (
        <PageSection title="Enregistrer un facteur">
          {published && (
            <p>
              Les champs proposent une valeur publiée, à vérifier :{" "}
              <a href={published.address} rel="noreferrer" target="_blank">
                {published.source}
              </a>
              . Elle porte sur la production du pays ; la Base Empreinte de l’ADEME publie un facteur de consommation,
              en cycle de vie.
            </p>
          )}
          <CarbonFactorForm
            operation={slug}
            initial={{
              from: standing.length === 0 ? startDay : "",
              grid: published ? formatNumber(published.gridGramsPerKwh, { maxDecimals: 2 }) : "",
              source: published?.source ?? "",
              year: published ? String(published.year) : "",
            }}
          />
        </PageSection>
      )}
      {former.length > 0 && (
        <PageSection title="Historique">
          <DataTable
            caption="Facteurs remplacés ou retirés"
            columns={FORMER_COLUMNS}
            rows={former.map((factor) => ({
              id: factor.id,
              cells: {
                told: factor.createdAt.getTime(),
                author: factor.createdByName,
                from: factor.from,
                grid: factor.gridGramsPerKwh,
                own: factor.ownGramsPerKwh,
                source: `${factor.source} (${factor.year})`,
                ended: factor.supersededAt?.getTime() ?? null,
              },
            }))}
          />
        </PageSection>
      )}
    </>
  );
}
