import { DataTable } from "@/components/ui/data-table";
import { Notice } from "@/components/ui/notice";
import { PageSection } from "@/components/ui/page-section";
import { formatInstant } from "@/lib/format/format-instant";
import { formatCount } from "@/lib/format/format-number";
import type { DefaultShares } from "@/lib/services/runs/compare-default-shares";
import { ReportedCoefficientsForm } from "./reported-coefficients-form";

type DefaultSharesSectionProps = {
  address: string;
  from: string;
  /** Null when the default key shared nothing. */
  shares: DefaultShares | null;
  mayWrite: boolean;
};

/** The coefficients of the default key, which nobody enters, beside those that the operator says it used. */
export function DefaultSharesSection({ address, from, shares, mayWrite }: DefaultSharesSectionProps) {
  if (!shares) {
    return (
      <PageSection title="Coefficients par défaut">
        <p>La clé par défaut n’a été appliquée à aucun pas de cette période.</p>
      </PageSection>
    );
  }
  const { reported, consumers } = shares;
  return (
    <PageSection title="Coefficients par défaut">
      <p>
        À chaque pas, la part de chaque consommateur est celle de son soutirage dans le soutirage total (code de
        l’énergie, art. D.315-6). Le gestionnaire communique les coefficients qu’il a appliqués (art. 5.2.2.1) : déposez
        son fichier pour les comparer.
      </p>
      {reported && <Verdict reported={reported} consumers={consumers} />}
      <DataTable
        caption="Coefficient moyen de chaque consommateur, aux pas où la clé par défaut a été appliquée"
        columns={[
          { key: "name", label: "Site", kind: "text" },
          { key: "prm", label: "PRM", kind: "code" },
          { key: "mean", label: "Moyenne calculée", kind: "ratio", decimals: 2 },
          ...(reported ? COMPARED : []),
        ]}
        fileName={`coefficients-par-defaut-${from}`}
        rows={consumers.map(({ id, name, prm, mean, theirsMean, largest, differingSteps, firstStepMs }) => ({
          id,
          cells: { name, prm, mean, theirs: theirsMean, largest, differing: differingSteps, first: firstStepMs },
        }))}
      />
      {mayWrite && <ReportedCoefficientsForm address={address} from={from} />}
    </PageSection>
  );
}

const COMPARED = [
  { key: "theirs", label: "Moyenne du gestionnaire", kind: "ratio", decimals: 2 },
  { key: "largest", label: "Plus grand écart", kind: "ratio", decimals: 2 },
  { key: "differing", label: "Pas différents", kind: "number" },
  { key: "first", label: "Premier écart", kind: "instantMs" },
] as const;

function Verdict({
  reported,
  consumers,
}: Pick<DefaultShares, "consumers"> & Required<Pick<DefaultShares, "reported">>) {
  const differing = consumers.filter(({ differingSteps }) => differingSteps > 0);
  const source = reported
    ? `${reported.fileName ?? "Fichier"}, déposé le ${formatInstant(reported.createdAt)}. Un écart d’une unité de sa précision est un arrondi.`
    : null;
  return differing.length === 0 ? (
    <Notice tone="success" title="Le gestionnaire a appliqué les mêmes coefficients">
      {source}
    </Notice>
  ) : (
    <Notice
      tone="warning"
      title={`${formatCount(differing.length, "consommateur a", "consommateurs ont")} d’autres coefficients chez le gestionnaire`}
    >
      {source}
    </Notice>
  );
}
