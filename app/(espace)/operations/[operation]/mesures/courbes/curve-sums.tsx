import { DataTable } from "@/components/ui/data-table";
import { summarizeGroup } from "@/lib/domain/explorer/summarize-group";
import { describeCurve } from "@/lib/format/describe-curve";
import { formatPeriodName } from "@/lib/format/format-date";
import type { TableCell, TableColumn } from "@/lib/format/table-cells";
import type { Explorer, ExplorerCurve } from "@/lib/services/measures/read-explorer";
import styles from "./courbes.module.css";

const COLUMNS: readonly TableColumn[] = [
  { key: "curve", label: "Courbe", kind: "text" },
  { key: "total", label: "Énergie", kind: "energyWh" },
  { key: "known", label: "Énergie connue", kind: "energyWh" },
  { key: "mean", label: "Puissance moyenne", kind: "powerW", decimals: 2 },
  { key: "max", label: "Puissance maximale", kind: "powerW", decimals: 2 },
  { key: "maxAt", label: "Atteinte le", kind: "instantMs" },
  { key: "missing", label: "Pas incomplets", kind: "number" },
  { key: "corrected", label: "Pas corrigés", kind: "number" },
  { key: "manual", label: "Pas saisis", kind: "number" },
];

type CurveSumsProps = { explorer: Explorer; subtitle: string; freshness: string; fileName: string };

/** Each curve in a few figures, and beside the period it is compared with, over the steps both know. */
export function CurveSums({ explorer, subtitle, freshness, fileName }: CurveSumsProps) {
  const { curves, otherPeriod } = explorer;
  const other = otherPeriod && formatPeriodName(otherPeriod.from, otherPeriod.toExclusive);
  const columns: readonly TableColumn[] = other
    ? [
        ...COLUMNS.slice(0, 2),
        { key: "sharedWh", label: "Comparable", kind: "energyWh" },
        { key: "otherWh", label: other, kind: "energyWh" },
        { key: "change", label: "Évolution", kind: "ratio" },
        { key: "shared", label: "Pas comparés", kind: "number" },
        ...COLUMNS.slice(2),
      ]
    : COLUMNS;
  return (
    <>
      <p className={styles.freshness}>
        {subtitle}. {freshness}
        {other && ` Comparaison avec ${other}, sur les seuls pas connus des deux côtés.`}
      </p>
      <DataTable
        caption={`Énergies et puissances, ${subtitle}`}
        columns={columns}
        fileName={`${fileName}-sommes`}
        hasFilter={false}
        rows={curves.map((curve) => ({ id: curve.id, cells: { ...describeItself(curve), ...describeOther(curve) } }))}
      />
    </>
  );
}

function describeItself(curve: ExplorerCurve): Record<string, TableCell> {
  const summary = summarizeGroup(curve.group);
  return {
    curve: describeCurve(curve),
    total: summary.totalWh,
    known: summary.knownCount === 0 ? null : summary.knownWh,
    mean: summary.meanW,
    max: summary.maxW,
    maxAt: summary.maxAtMs,
    missing: summary.incompleteCount,
    corrected: summary.correctedCount,
    manual: summary.manualCount,
  };
}

function describeOther({ other }: ExplorerCurve): Record<string, TableCell> {
  if (!other) return {};
  const { sharedCount, sharedWh, sharedOtherWh } = other;
  return {
    shared: sharedCount,
    sharedWh: sharedCount === 0 ? null : sharedWh,
    otherWh: sharedCount === 0 ? null : sharedOtherWh,
    change: sharedOtherWh === 0 ? null : sharedWh / sharedOtherWh - 1,
  };
}
