import { DataTable } from "@/components/ui/data-table";
import { FilterSelect } from "@/components/ui/filter-select";
import { PageSection } from "@/components/ui/page-section";
import { KEY_KIND_MEANINGS } from "@/lib/format/coefficient-words";
import { formatDay } from "@/lib/format/format-date";
import type { KeyVersionSheet } from "@/lib/services/coefficients/read-key-version";

/** What a version gives each consumer, beside what another one gives him. */
export function KeyComparisonSection({ sheet, operation }: { sheet: KeyVersionSheet; operation: string }) {
  const { version, compared, others, comparison } = sheet;
  const hasOwn = version.kind === "static";
  const hasOther = compared?.kind === "static";
  return (
    <PageSection
      title="Valeurs"
      actions={
        others.length > 0 && (
          <FilterSelect
            label="Comparer avec"
            param="comparer"
            all="la version qu’elle remplace"
            options={others.map((other) => ({
              value: other.id,
              label: `version ${other.version}, du ${formatDay(other.from)}`,
            }))}
            value={compared?.id}
          />
        )
      }
    >
      {!hasOwn && <p>{KEY_KIND_MEANINGS[version.kind]} Cette version ne porte donc pas de valeurs fixes.</p>}
      {hasOther && !hasOwn && <p>Voici celles de la version {compared.version}.</p>}
      {(hasOwn || hasOther) && (
        <DataTable
          caption={`Part de chaque consommateur dans la version ${version.version}${compared ? `, et dans la version ${compared.version}` : ""}`}
          columns={[
            { key: "name", label: "Site", kind: "text" },
            { key: "prm", label: "PRM", kind: "code" },
            ...(hasOther
              ? [{ key: "before", label: `Version ${compared.version}`, kind: "ppm", sum: true } as const]
              : []),
            ...(hasOwn ? [{ key: "after", label: `Version ${version.version}`, kind: "ppm", sum: true } as const] : []),
            ...(hasOwn && hasOther
              ? [{ key: "difference", label: "Écart", kind: "ppm", unit: "points", sum: true } as const]
              : []),
            ...(hasOwn && hasOther ? [{ key: "only", label: "Remarque", kind: "text" } as const] : []),
          ]}
          fileName={`${operation}-version-${version.version}`}
          rows={comparison.lines.map(({ meteringPointId, name, prm, beforePpm, afterPpm, differencePpm }) => ({
            id: meteringPointId,
            cells: {
              name,
              prm,
              before: beforePpm,
              after: afterPpm,
              difference: differencePpm,
              only: describePresence(beforePpm, afterPpm),
            },
          }))}
          empty={<p>Aucun consommateur n’a de part.</p>}
        />
      )}
    </PageSection>
  );
}

function describePresence(beforePpm: number | null, afterPpm: number | null): string {
  if (beforePpm === null) return "n’y était pas";
  return afterPpm === null ? "n’y est plus" : "";
}
