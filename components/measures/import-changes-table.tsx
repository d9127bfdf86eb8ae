import { DataTable } from "@/components/ui/data-table";
import type { ImportedDayChange } from "@/lib/domain/measures/import-report";
import { describeQuantity } from "@/lib/format/describe-import";
import { formatDay } from "@/lib/format/format-date";

/** The days that an import corrects, with the energy before and after. */
export function ImportChangesTable({ days }: { days: readonly ImportedDayChange[] }) {
  return (
    <DataTable
      caption="Jours corrigés"
      columns={[
        { key: "day", label: "Jour", kind: "text" },
        { key: "prm", label: "PRM", kind: "code" },
        { key: "quantity", label: "Grandeur", kind: "text" },
        { key: "before", label: "Avant (Wh)", kind: "number" },
        { key: "after", label: "Après (Wh)", kind: "number" },
        { key: "difference", label: "Différence (Wh)", kind: "number", sum: true },
        { key: "changed", label: "Pas changés", kind: "number", sum: true },
        { key: "filled", label: "Pas comblés", kind: "number", sum: true },
        { key: "blanked", label: "Pas perdus", kind: "number", sum: true },
      ]}
      fileName="jours-corriges"
      rows={days.map((change) => ({
        id: `${change.prm}-${change.quantity}-${change.day}`,
        cells: {
          day: formatDay(change.day),
          prm: change.prm,
          quantity: describeQuantity(change.quantity),
          before: change.beforeWh,
          after: change.afterWh,
          difference: change.differenceWh,
          changed: change.changedCount,
          filled: change.filledCount,
          blanked: change.blankedCount,
        },
      }))}
    />
  );
}
