import type { Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { PageSection } from "@/components/ui/page-section";
import { formatPeriodName } from "@/lib/format/format-date";
import type { RunFiles } from "@/lib/services/outputs/read-run-files";

/** The surplus of each producer, which goes to its buyer. */
export function SurplusSection({ address, slug, files }: { address: string; slug: string; files: RunFiles }) {
  const { run, producers } = files;
  const href = (query: string) => `/api/v1/operations/${address}/runs/${run.id}/files/surplus${query}` as Route;
  return (
    <PageSection
      title="Surplus de chaque producteur"
      actions={
        <ButtonLink href={href("")} download variant="default">
          Tous les surplus
        </ButtonLink>
      }
    >
      <p>
        Ce que personne n’a utilisé dans l’opération, réparti entre les producteurs (annexe 7) : chacun le vend à son
        acheteur, à qui le gestionnaire l’annonce (art. 5.2.2.5). L’archive d’un producteur tient sa courbe en W, son
        énergie et un tableau, et rien des autres.
      </p>
      <DataTable
        caption={`Surplus de chaque producteur, ${formatPeriodName(run.period.from, run.period.toExclusive)}`}
        columns={[
          { key: "name", label: "Site", kind: "text" },
          { key: "prm", label: "PRM", kind: "code" },
          { key: "participant", label: "Producteur", kind: "text" },
          { key: "injection", label: "Injection", kind: "energyWh", decimals: 2, sum: true },
          { key: "selfProduced", label: "Autoproduit", kind: "energyWh", decimals: 2, sum: true },
          {
            key: "surplus",
            label: "Surplus",
            kind: "energyWh",
            decimals: 2,
            sum: true,
            differenceOf: ["injection", "selfProduced"],
          },
        ]}
        fileName={`${slug}-${run.period.from}-surplus`}
        rows={producers.map(({ id, name, prm, participantName, energyWh, sharedWh, restWh }) => ({
          id,
          cells: {
            name,
            prm,
            participant: participantName,
            injection: energyWh,
            selfProduced: sharedWh,
            surplus: restWh,
          },
          actions: (
            <ButtonLink href={href(`?prm=${prm}`)} download variant="subtle" size="compact-sm">
              Fichiers
            </ButtonLink>
          ),
        }))}
      />
    </PageSection>
  );
}
