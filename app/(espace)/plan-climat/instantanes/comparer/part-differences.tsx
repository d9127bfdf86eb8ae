import { DataTable, type DataTableRowData } from "@/components/ui/data-table";
import { PageSection } from "@/components/ui/page-section";
import type { ActionDifference } from "@/lib/domain/scoring/compare-climate-plans";
import { showDifferences } from "@/lib/format/show-differences";
import type { TableColumn } from "@/lib/format/table-cells";

type PartDifferencesProps = { actions: readonly ActionDifference[]; measureDepth: number };

const KINDS = [
  ["donePoints", "Faits"],
  ["plannedPoints", "Programmés"],
  ["potentialPoints", "Potentiel"],
] as const;

const COLUMNS: readonly TableColumn[] = [
  { key: "name", label: "Partie", kind: "text" },
  ...KINDS.flatMap(([key, label]): TableColumn[] => [
    { key: `${key}Before`, label: `${label}, avant`, kind: "number", decimals: 1, sum: true },
    { key: `${key}Difference`, label: `${label}, écart`, kind: "number", decimals: 1, sum: true },
    { key: `${key}After`, label: `${label}, après`, kind: "number", decimals: 1, sum: true },
  ]),
];

/** The points of the axes and of the measures, before and after: lines and columns add up. */
export function PartDifferences({ actions, measureDepth }: PartDifferencesProps) {
  const axes = actions.filter(({ depth }) => depth === 1);
  const measures = actions.filter(({ depth }) => depth === measureDepth);
  const moved = measures.filter(({ donePoints, plannedPoints, potentialPoints, before, after }) =>
    Boolean(donePoints || plannedPoints || potentialPoints || !before || !after),
  );
  return (
    <>
      <PageSection title="Par axe">
        <DataTable
          caption="Points par axe, avant et après"
          columns={COLUMNS}
          rows={toRows(axes)}
          fileName="comparaison-axes"
        />
      </PageSection>
      <PageSection title="Par mesure">
        {moved.length === 0 ? (
          <p>Aucune mesure n’a gagné ni perdu de points.</p>
        ) : (
          <DataTable
            caption="Points des mesures qui ont changé, avant et après"
            columns={COLUMNS}
            rows={toRows(moved)}
            fileName="comparaison-mesures"
          />
        )}
      </PageSection>
    </>
  );
}

function toRows(parts: readonly ActionDifference[]): readonly DataTableRowData[] {
  const shown = KINDS.map(([key]) =>
    showDifferences(parts.map(({ before, after }) => ({ before: before?.[key] ?? 0, after: after?.[key] ?? 0 }))),
  );
  return parts.map((part, row) => ({
    id: part.id,
    cells: {
      name: `${nameOf(part)}${presenceOf(part)}`,
      ...Object.fromEntries(
        KINDS.flatMap(([key], kind) => {
          const line = shown[kind]?.[row];
          return [
            [`${key}Before`, line?.before ?? null],
            [`${key}Difference`, line?.difference ?? null],
            [`${key}After`, line?.after ?? null],
          ];
        }),
      ),
    },
  }));
}

function nameOf({ number, title, depth }: ActionDifference): string {
  if (title !== null) return `${number} ${title}`;
  return depth === 1 ? `Axe ${number}` : number;
}

function presenceOf({ before, after }: ActionDifference): string {
  if (!before) return " (seulement après)";
  return after ? "" : " (seulement avant)";
}
