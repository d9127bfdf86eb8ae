import { PageSection } from "@/components/ui/page-section";
import type { CarbonFactor } from "@/lib/domain/carbon/carbon-factor";
import { formatDay } from "@/lib/format/format-date";
import { formatQuantity } from "@/lib/format/format-number";
import styles from "./page.module.css";

/** Where the figures come from, what each word means, and what is never shown. */
export function PublicSources({ carbonFactors }: { carbonFactors: readonly CarbonFactor[] }) {
  return (
    <PageSection title="Ce que disent ces chiffres">
      <dl className={styles.terms}>
        <dt>Production</dt>
        <dd>L’électricité que les toits de l’opération ont injectée dans le réseau, mesurée par Enedis.</dd>
        <dt>Soutirage</dt>
        <dd>L’électricité que les sites participants ont tirée du réseau, mesurée par Enedis.</dd>
        <dt>Autoconsommé, surplus et complément</dt>
        <dd>
          La production utilisée par les participants au moment où elle est produite ; ce qui en reste, vendu ; ce que
          leurs fournisseurs habituels ont livré en plus. Partagés pas à pas, selon la convention passée avec Enedis
          (annexe 7).
        </dd>
        <dt>Taux d’autoconsommation et d’autoproduction</dt>
        <dd>L’énergie autoconsommée rapportée à la production ; la même, rapportée au soutirage.</dd>
        {carbonFactors.map((factor) => (
          <CarbonTerm key={factor.from} factor={factor} />
        ))}
        <dt>« Retenu »</dt>
        <dd>
          L’énergie des bâtiments publics est une information publique ; celle d’un habitant, d’une association ou d’une
          entreprise ne l’est pas. Un chiffre n’est publié que si au moins trois d’entre eux sont derrière, et si aucune
          soustraction avec d’autres mois n’en laisse un ou deux. Seuls les mois arrêtés sont publiés.
        </dd>
      </dl>
    </PageSection>
  );
}

function CarbonTerm({ factor }: { factor: CarbonFactor }) {
  const { from, gridGramsPerKwh, ownGramsPerKwh, source, year } = factor;
  return (
    <>
      <dt>CO₂ évité, à partir du {formatDay(from)}</dt>
      <dd>
        {formatQuantity(gridGramsPerKwh, "g de CO₂e", { maxDecimals: 1 })} par kWh du réseau
        {ownGramsPerKwh === null
          ? ""
          : `, moins ${formatQuantity(ownGramsPerKwh, "g de CO₂e", { maxDecimals: 1 })} par kWh des toits`}
        , pour chaque kWh autoconsommé. Source : {source}, {year}.
      </dd>
    </>
  );
}
