import type { Route } from "next";
import Link from "next/link";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageSection } from "@/components/ui/page-section";
import { nameResidents } from "@/lib/format/name-residents";
import { NETWORK_ADVICE } from "@/lib/format/network-advice";
import { INCOME_COLUMNS, NETWORK_COLUMNS } from "@/lib/format/savings-columns";
import type { OperationSavings, ResidentSavings } from "@/lib/services/money/read-savings";

type ProducerSectionsProps = { savings: OperationSavings; slug: string; pricesHref: Route };

/** What producers receive, which option of the network tariff is cheaper, and what the figures are made of. */
export function ProducerSections({ savings, slug, pricesHref }: ProducerSectionsProps) {
  return (
    <>
      <PageSection title="Producteurs">
        <DataTable
          caption="Recettes des producteurs"
          columns={INCOME_COLUMNS}
          fileName={`${slug}-recettes`}
          rows={[
            ...savings.producers.map(({ prm, ...cells }) => ({ id: prm, cells: { prm, ...cells } })),
            ...(savings.residents?.income ? [listResidents(savings.residents.income)] : []),
          ]}
        />
      </PageSection>
      <PageSection title="Tarif de réseau : avec ou sans l’option">
        <p>
          Le tarif de réseau a une composante facultative d’autoconsommation collective : moins chère sur ce qui est
          autoconsommé, un peu plus chère sur le complément. {CONDITIONS[String(savings.isSingleSubstation)]}{" "}
          <Link href={pricesHref}>Prix et tarifs</Link>
        </p>
        {savings.residents && (
          <p>
            Les PRM des habitants, et ceux qui comptent avec eux, ne sont comparés que pour qui peut modifier les prix.
          </p>
        )}
        <DataTable
          caption="Tarif de réseau avec et sans l’option"
          columns={NETWORK_COLUMNS}
          fileName={`${slug}-option-reseau`}
          rows={savings.network.map(({ prm, name, advice, ...cells }) => ({
            id: prm,
            cells: { prm, name, ...cells, advice: NETWORK_ADVICE[advice] },
          }))}
          empty={
            <EmptyState
              title="Rien à comparer encore"
              purpose="Ce tableau dira quelle option est la moins chère pour chaque PRM."
              needed="la formule de réseau du PRM, ses heures creuses à 4 postes et le tarif de réseau de la période."
            />
          }
        />
      </PageSection>
      <PageSection title="Comment ces montants sont calculés">
        <p>
          Sans l’opération, tout le soutirage est acheté au fournisseur, avec le réseau, l’accise et la TVA. Avec elle,
          seul le complément l’est ; l’énergie autoconsommée est payée au producteur et supporte le réseau, l’accise de
          l’autoconsommation, la TVA et les frais de gestion. L’économie est la différence. La TVA compte pour les
          participants qui ne la récupèrent pas : le FCTVA ne rembourse pas celle de l’énergie. Chaque montant est
          arrondi une seule fois, au centime. Un prix qui change au cours d’une période vaut à partir de son jour.
        </p>
      </PageSection>
    </>
  );
}

const CONDITIONS: Readonly<Record<string, string>> = {
  null: "Elle n’est ouverte que si tous les points de l’opération sont derrière un même poste de transformation : tant que ce n’est pas renseigné, rien n’est recommandé.",
  true: "Tous les points de l’opération sont derrière un même poste de transformation : elle leur est ouverte.",
  false:
    "Les points de l’opération ne sont pas tous derrière un même poste de transformation : elle ne leur est pas ouverte.",
};

const listResidents = ({ siteCount, ...income }: NonNullable<ResidentSavings["income"]>) => ({
  id: "residents",
  cells: { prm: null, name: nameResidents({ siteCount }), ...income },
});
