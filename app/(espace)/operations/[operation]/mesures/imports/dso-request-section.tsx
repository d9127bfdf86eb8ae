import { PageSection } from "@/components/ui/page-section";
import { formatPeriodName } from "@/lib/format/format-date";
import type { AuthorizedOperation } from "@/lib/server/access";
import { periodsOf } from "@/lib/server/periods-of";
import { isGranted } from "@/lib/server/permissions";
import { configuredDsoApi } from "@/lib/services/measures/configured-dso-api";
import { DsoRequestForm } from "./dso-request-form";

/** Asks the DSO's interface for a period, where the installation is set up for it and the person may write. */
export async function DsoRequestSection({ operation }: { operation: AuthorizedOperation }) {
  const api = configuredDsoApi();
  if (!api || !isGranted(operation.role, "write")) return null;
  const { slug, accNumber } = operation.sheet;
  const periods = (await periodsOf(operation)).filter(({ state }) => state !== "running" && state !== "no_perimeter");
  return (
    <PageSection title="Demander au gestionnaire">
      <p>
        Les énergies définitives d’une période finie, PRM par PRM, par l’interface du gestionnaire de réseau. Ses
        réponses sont gardées comme des fichiers reçus : vous verrez ce qu’elles changent avant de l’enregistrer.
      </p>
      {!api.roles.includes("producer") && (
        <p>Les producteurs ne sont pas demandés : l’interface n’est pas réglée pour eux. Déposez leurs fichiers.</p>
      )}
      {accNumber === null && (
        <p>
          Il y faut le numéro ACC de l’opération : enregistrez-le dans « Réglages » quand le gestionnaire l’a donné.
        </p>
      )}
      {accNumber !== null && periods.length === 0 && <p>Aucune période n’est encore finie.</p>}
      {accNumber !== null && periods.length > 0 && (
        <DsoRequestForm
          operation={slug}
          periods={periods.map(({ period }) => ({
            from: period.from,
            label: formatPeriodName(period.from, period.toExclusive),
          }))}
        />
      )}
    </PageSection>
  );
}
