import type { Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { PageSection } from "@/components/ui/page-section";
import { formatPeriodName } from "@/lib/format/format-date";
import { formatCount } from "@/lib/format/format-number";
import type { RunFiles } from "@/lib/services/outputs/read-run-files";

const ROLES = { consumer: "Consommateur", producer: "Producteur" } as const;

/** The statement of each participant, and all of them at once; for whoever may see them. */
export function StatementsSection({ address, files }: { address: string; files: RunFiles }) {
  const { run, recipients } = files;
  const href = (query: string) => `/api/v1/operations/${address}/runs/${run.id}/statements${query}` as Route;
  if (recipients === null) {
    return (
      <PageSection title="Relevés des participants">
        <p>
          Chaque participant a son relevé. Ils nomment des personnes : les agents de la collectivité les téléchargent et
          les remettent.
        </p>
      </PageSection>
    );
  }
  return (
    <PageSection
      title="Relevés des participants"
      actions={
        recipients.length > 0 && (
          <ButtonLink href={href("")} download variant="default">
            Tous les relevés
          </ButtonLink>
        )
      }
    >
      <p>
        Un PDF d’une ou deux pages par participant : ce qu’il a consommé, ce que l’opération lui a fourni et qui l’a
        produit, ce qui reste chez son fournisseur. Il n’y lit que ses propres chiffres. Tous ensemble, ils arrivent
        dans une archive, dessinés pendant le téléchargement : vous pouvez quitter cette page.
      </p>
      <DataTable
        caption={`Relevés des participants, ${formatPeriodName(run.period.from, run.period.toExclusive)}`}
        columns={[
          { key: "name", label: "Participant", kind: "text" },
          { key: "roles", label: "Rôle", kind: "text" },
        ]}
        rows={recipients.map(({ id, name, prms, roles }) => ({
          id,
          cells: {
            name,
            roles: `${roles.map((role) => ROLES[role]).join(", ")}, ${formatCount(prms.length, "PRM", "PRM")}`,
          },
          actions: (
            <ButtonLink href={href(`?participant=${id}`)} download variant="subtle" size="compact-sm">
              Relevé
            </ButtonLink>
          ),
        }))}
        empty={<p>Personne à qui remettre un relevé : les participants de la période ont demandé l’effacement.</p>}
      />
    </PageSection>
  );
}
