import type { Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { formatCount } from "@/lib/format/format-number";
import { MONEY_GAP_WORDS } from "@/lib/format/price-words";
import type { MoneyLack, OperationSavings } from "@/lib/services/money/read-savings";

const MOST_NAMED = 10;

type LackingPricesProps = { savings: OperationSavings; pricesHref: Route; canWrite: boolean };

/** Which periods and metering points have no amount, and what to enter; nothing where all is known. */
export function LackingPrices({
  savings: { lacks: listed, residents, underivedCount, isApportioned },
  pricesHref,
  canWrite,
}: LackingPricesProps) {
  const grouped = residents && residents.gaps.length > 0 ? [{ prm: "residents", name: "Habitants", ...residents }] : [];
  const lacks: readonly Pick<MoneyLack, "prm" | "name" | "gaps">[] = [...listed, ...grouped];
  return (
    <>
      {underivedCount > 0 && (
        <Notice title={`Les montants de ${formatCount(underivedCount, "période", "périodes")} sont en cours de calcul`}>
          Elles n’entrent pas encore dans les totaux ; les montants par participant et par PRM attendent qu’elles soient
          calculées.
        </Notice>
      )}
      {lacks.length > 0 && (
        <Notice
          tone="warning"
          title={nameLacks(listed.length, grouped.length > 0)}
          actions={canWrite && <ButtonLink href={pricesHref}>Renseigner les prix</ButtonLink>}
        >
          <p>
            Un mois n’entre dans les totaux que lorsque tous ses montants sont connus, et chaque total dit sur combien
            de mois il porte : un prix absent ne compte jamais pour zéro. Le montant d’un participant ou d’un PRM n’est
            donné que lorsque tous ses mois sont connus.
          </p>
          <ul>
            {lacks.slice(0, MOST_NAMED).map(({ prm, name, gaps }) => (
              <li key={prm}>{`${name} : ${gaps.map((gap) => MONEY_GAP_WORDS[gap]).join(" ; ")}.`}</li>
            ))}
          </ul>
          {lacks.length > MOST_NAMED && <p>{`Et ${formatCount(lacks.length - MOST_NAMED, "autre", "autres")}.`}</p>}
        </Notice>
      )}
      {isApportioned && (
        <Notice title="Le prix de l’énergie partagée a changé au cours d’une période">
          L’énergie de chaque producteur y est répartie entre les deux prix selon ce que le consommateur a autoconsommé
          avant et après le changement.
        </Notice>
      )}
    </>
  );
}

function nameLacks(points: number, hasResidents: boolean): string {
  const named = points > 0 ? [formatCount(points, "point de mesure", "points de mesure")] : [];
  return `Il manque des prix pour ${[...named, ...(hasResidents ? ["des habitants"] : [])].join(" et ")}`;
}
