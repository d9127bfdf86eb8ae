import { PointsBar } from "@/components/climate/points-bar";
import { DataTable } from "@/components/ui/data-table";
import { PageSection } from "@/components/ui/page-section";
import { formatPercent } from "@/lib/format/format-percent";
import type { ShownPoints } from "@/lib/format/split-points";
import type { TableColumn } from "@/lib/format/table-cells";
import styles from "./dashboard.module.css";

/** A part of the plan, as it is shown. */
export type BreakdownPart = {
  readonly id: string;
  readonly name: string;
  readonly points: ShownPoints;
};

type PlanBreakdownProps = {
  title: string;
  /** What one part is: « Axe ». */
  partName: string;
  fileName: string;
  parts: readonly BreakdownPart[];
};

const POINTS = { kind: "number", sum: true, decimals: 1 } as const;
const COLUMNS: readonly TableColumn[] = [
  { key: "potential", label: "Potentiel, en points", ...POINTS },
  { key: "done", label: "Fait", ...POINTS },
  { key: "planned", label: "Programmé", ...POINTS },
  { key: "notDone", label: "Pas fait", ...POINTS },
  { key: "rest", label: "À renseigner", ...POINTS },
];

/** What the points of a plan are made of: bars, and the table that says the same and adds up. */
export function PlanBreakdown({ title, partName, fileName, parts }: PlanBreakdownProps) {
  return (
    <PageSection title={title}>
      <ul className={styles.bars}>
        {parts.map(({ id, name, points }) => (
          <li key={id}>
            <span>{name}</span>
            <PointsBar points={points} />
            <span>{points.potential > 0 ? formatPercent(points.done / points.potential, 0) : "–"}</span>
          </li>
        ))}
      </ul>
      <p className={styles.hint}>Plein : fait. Hachuré : programmé. Gris : pas fait. Vide : à renseigner.</p>
      <DataTable
        caption={title}
        columns={[{ key: "name", label: partName, kind: "text" }, ...COLUMNS]}
        rows={parts.map(({ id, name, points }) => ({ id, cells: { name, ...points } }))}
        fileName={fileName}
        hasFilter={false}
      />
    </PageSection>
  );
}
