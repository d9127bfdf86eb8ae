import type { Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { Notice } from "@/components/ui/notice";
import { PageSection } from "@/components/ui/page-section";
import { formatDayRanges } from "@/lib/format/format-day-ranges";
import { formatCount } from "@/lib/format/format-number";
import type { MissingPoint } from "@/lib/services/list-periods";

/** What a period waits for: which metering points, which days. */
export function MissingMeasures({ slug, missing }: { slug: string; missing: readonly MissingPoint[] }) {
  return (
    <PageSection title="Ce qui manque">
      <Notice
        tone="warning"
        title="La période ne peut pas encore être calculée"
        actions={<ButtonLink href={`/operations/${slug}/mesures` as Route}>Importer des mesures</ButtonLink>}
      >
        <p>
          Ces valeurs ne sont ni mesurées ni corrigeables : une absence de plus d’une heure se remplace par les valeurs
          mesurées une semaine avant (art. 5.2.3), et elles manquent aussi. Demandez au gestionnaire de réseau de les
          publier de nouveau, puis importez le fichier.
        </p>
      </Notice>
      <DataTable
        caption="Points de mesure incomplets"
        columns={[
          { key: "name", label: "Site", kind: "text" },
          { key: "prm", label: "PRM", kind: "code" },
          { key: "role", label: "Rôle", kind: "text" },
          { key: "count", label: "Jours incomplets", kind: "text" },
          { key: "days", label: "Lesquels", kind: "text" },
        ]}
        rows={missing.map(({ prm, name, role, days }) => ({
          id: `${prm}-${role}`,
          href: `/operations/${slug}/mesures/prm/${prm}?jour=${days[0]}` as Route,
          cells: {
            name,
            prm,
            role: role === "producer" ? "Producteur" : "Consommateur",
            count: formatCount(days.length, "jour", "jours"),
            days: formatDayRanges(days),
          },
        }))}
      />
    </PageSection>
  );
}
