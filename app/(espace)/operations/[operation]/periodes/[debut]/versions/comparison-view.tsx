import { DataTable } from "@/components/ui/data-table";
import { Notice } from "@/components/ui/notice";
import { describeRunComparison } from "@/lib/format/describe-run-comparison";
import { formatNumber } from "@/lib/format/format-number";
import type { TableColumn } from "@/lib/format/table-cells";
import type { RunComparison } from "@/lib/services/runs/run-comparison";

type ComparisonViewProps = {
  comparison: RunComparison;
  /** What the two are called: « Version 1 », « Aujourd’hui ». */
  labels: readonly [was: string, is: string];
};

/** What differs between two computations of a period: why, in all, and for each metering point. */
export function ComparisonView({ comparison, labels }: ComparisonViewProps) {
  const { figures, names } = comparison;
  const sentences = describeRunComparison(comparison);
  return (
    <>
      {figures.isIdentical ? (
        <Notice tone="success" title="Identique au bit près">
          <p>
            {formatNumber(figures.valueCount)} valeurs comparées : courbes, parts de chacun, échanges et totaux sont les
            mêmes.
          </p>
          <Sentences sentences={sentences} />
        </Notice>
      ) : (
        <Notice tone="warning" title="Ce qui a changé">
          {sentences.length > 0 ? <Sentences sentences={sentences} /> : <p>Seuls des échanges entre PRM diffèrent.</p>}
        </Notice>
      )}
      {!figures.isIdentical && (
        <>
          <DataTable
            caption="Totaux de la période"
            columns={columns("Total", labels)}
            rows={TOTALS.map(({ key, label }) => row(key, label, figures.totals[key]))}
          />
          {figures.points.length > 0 && (
            <DataTable
              caption="Par PRM, ce qui diffère"
              columns={columns("PRM et énergie", labels)}
              rows={figures.points.flatMap(({ meteringPointId, role, energyWh, sharedWh }) => {
                const point = names.get(meteringPointId);
                const name = point ? `${point.name} (${point.prm})` : "PRM effacé";
                const [energy, shared] =
                  role === "producer" ? ["injection", "autoproduit"] : ["soutirage", "autoconsommé"];
                const id = `${role}-${meteringPointId}`;
                return [
                  row(`${id}-energy`, `${name}, ${energy}`, energyWh),
                  row(`${id}-shared`, `${name}, ${shared}`, sharedWh),
                ];
              })}
            />
          )}
        </>
      )}
    </>
  );
}

const TOTALS = [
  { key: "productionWh", label: "Production" },
  { key: "withdrawalWh", label: "Soutirage" },
  { key: "selfConsumedWh", label: "Autoconsommé" },
  { key: "surplusWh", label: "Surplus" },
] as const;

const columns = (what: string, [was, is]: ComparisonViewProps["labels"]): readonly TableColumn[] => [
  { key: "name", label: what, kind: "text" },
  { key: "was", label: was, kind: "energyWh" },
  { key: "is", label: is, kind: "energyWh" },
  { key: "difference", label: "Écart", kind: "energyWh" },
];

function row(id: string, name: string, { was, is }: { readonly was: number | null; readonly is: number | null }) {
  return { id, cells: { name, was, is, difference: was === null || is === null ? null : is - was } };
}

function Sentences({ sentences }: { sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <ul>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
