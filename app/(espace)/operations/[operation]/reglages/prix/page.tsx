import type { Metadata, Route } from "next";
import { PriceForm } from "@/components/money/price-form";
import { PriceTableForm } from "@/components/money/price-table-form";
import { RegistryForm } from "@/components/registry/registry-form";
import { ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import type { PriceEntry } from "@/lib/domain/tariffs/price-entry";
import { describePrice } from "@/lib/format/describe-price";
import { formatDay } from "@/lib/format/format-date";
import { formatCount } from "@/lib/format/format-number";
import { EXCISE_CATEGORY_WORDS, PRICE_KIND_WORDS } from "@/lib/format/price-words";
import type { TableColumn } from "@/lib/format/table-cells";
import { requireOperation } from "@/lib/server/access";
import { isGranted } from "@/lib/server/permissions";
import { listPriceSubjects } from "@/lib/services/money/list-price-subjects";
import { listPrices, type NamedPrice } from "@/lib/services/money/list-prices";
import { setPriceAction, setPriceTableAction, withdrawPriceAction } from "./actions";

export const metadata: Metadata = { title: "Prix et tarifs" };

const PUBLIC_COLUMNS: readonly TableColumn[] = [
  { key: "kind", label: "Prix de", kind: "text" },
  { key: "subject", label: "Pour", kind: "text" },
  { key: "from", label: "À partir du", kind: "day" },
  { key: "value", label: "Valeur hors taxes", kind: "text" },
  { key: "source", label: "Source", kind: "text" },
];
const OWN_COLUMNS: readonly TableColumn[] = [
  ...PUBLIC_COLUMNS,
  { key: "createdAt", label: "Enregistré le", kind: "instantMs" },
];

export default async function PricesPage({ params }: PageProps<"/operations/[operation]/reglages/prix">) {
  const operation = await requireOperation((await params).operation);
  const { slug } = operation.sheet;
  const [{ own, hidden, shipped }, subjects] = await Promise.all([
    listPrices(operation),
    listPriceSubjects(operation.id),
  ]);
  const canWrite = isGranted(operation.role, "write");
  return (
    <>
      <PageHeader
        title="Prix et tarifs"
        lead="Ce que coûte l’énergie sans l’opération et avec elle. Chaque prix vaut à partir d’un jour, jusqu’au suivant, et dit sa source ; les montants déjà calculés suivent."
        actions={
          <>
            <ButtonLink href={`/operations/${slug}/economies` as Route}>Voir les économies</ButtonLink>
            {own.length > 0 && (
              <ButtonLink href={`/api/v1/operations/${slug}/prices?format=csv` as Route} variant="default" download>
                Télécharger le tableau des PRM
              </ButtonLink>
            )}
          </>
        }
      />
      <PageSection title="Prix de l’opération">
        {hidden.prices > 0 && (
          <p>{`${formatCount(hidden.prices, "prix propre", "prix propres")} à des habitants : seul qui peut modifier les prix les lit.`}</p>
        )}
        <DataTable
          caption="Prix enregistrés dans l’opération"
          columns={OWN_COLUMNS}
          fileName={`${slug}-prix`}
          rows={own.map((price) => ({
            id: price.id,
            cells: { ...cellsOf(price, subjectOf(price)), createdAt: price.createdAt.getTime() },
            actions: canWrite && (
              <RegistryForm
                label={`Retirer : ${PRICE_KIND_WORDS[price.kind]}, ${subjectOf(price)}, à partir du ${formatDay(price.from)}`}
                submit="Retirer"
                action={withdrawPriceAction}
                hidden={{ operation: slug, id: price.id }}
              />
            ),
          }))}
          empty={
            <EmptyState
              title="Aucun prix n’est encore enregistré"
              purpose="Avec les prix, Prorata dit en euros ce que l’opération fait économiser à chacun et ce que reçoivent les producteurs."
              needed="le prix du complément de chaque contrat, celui de l’énergie partagée (0 entre bâtiments de la commune), celui de la revente du surplus, les frais de gestion (même nuls), la formule de réseau et la catégorie d’accise des PRM, et le choix avec ou sans TVA."
            />
          }
        />
      </PageSection>
      {canWrite && (
        <>
          <PageSection title="Enregistrer un prix">
            <PriceForm operation={slug} subjects={subjects} action={setPriceAction} />
          </PageSection>
          <PageSection title="Renseigner plusieurs PRM">
            <p>
              Téléchargez le tableau, complétez-le dans un tableur, puis collez-le ici ou déposez-le : le prix du
              complément de chaque PRM, sa formule de réseau et sa catégorie d’accise. Rien n’est enregistré avant votre
              accord.
            </p>
            <PriceTableForm operation={slug} action={setPriceTableAction} />
          </PageSection>
        </>
      )}
      <PageSection title="Tarifs publics fournis">
        <p>
          Dès que l’opération enregistre son propre prix, il les remplace à partir de son jour, y compris ceux qui
          suivront ; le retirer les rétablit. « À renseigner » : la valeur n’était pas publiée quand cette version a été
          préparée.
        </p>
        <DataTable
          caption="Tarifs publics fournis avec Prorata"
          columns={PUBLIC_COLUMNS}
          rows={shipped.map((price) => ({
            id: `${price.kind} ${price.code} ${price.from}`,
            cells: cellsOf(price, codeOf(price.code)),
          }))}
        />
      </PageSection>
    </>
  );
}

const cellsOf = (price: PriceEntry, subject: string) => ({
  kind: PRICE_KIND_WORDS[price.kind],
  subject,
  from: price.from,
  value: describePrice(price),
  source: price.source,
});

function subjectOf({ pointName, producerName, participantName, code }: NamedPrice): string {
  if (producerName) return `${pointName}, de ${producerName}`;
  return pointName ?? participantName ?? codeOf(code);
}

function codeOf(code: string | null): string {
  if (code === null) return "toute l’opération";
  return (EXCISE_CATEGORY_WORDS as Readonly<Record<string, string>>)[code] ?? code;
}
