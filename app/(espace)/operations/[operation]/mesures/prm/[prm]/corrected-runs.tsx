import { ReasonedAct } from "@/components/measures/reasoned-act";
import { DataTable } from "@/components/ui/data-table";
import type { CorrectedRun } from "@/lib/domain/measures/list-corrected-runs";
import { describeStepOrigin } from "@/lib/format/describe-step-origin";
import { decideMeasureAction } from "./actions";

type CorrectedRunsProps = {
  operation: string;
  meteringPointId: string;
  quantity: "withdrawal" | "injection";
  runs: readonly CorrectedRun[];
  /** « de 10:00 à 12:00 » */
  describeHours: (run: CorrectedRun) => string;
  mayWrite: boolean;
};

/** What the convention's rule filled in that day; each stretch can be left missing instead. */
export function CorrectedRuns({
  operation,
  meteringPointId,
  quantity,
  runs,
  describeHours,
  mayWrite,
}: CorrectedRunsProps) {
  if (runs.length === 0) return null;
  return (
    <DataTable
      caption="Heures corrigées ce jour-là (art. 5.2.3)"
      columns={[
        { key: "hours", label: "Heures corrigées", kind: "text" },
        { key: "origin", label: "Comment", kind: "status" },
      ]}
      hasFilter={false}
      rows={runs.map((run) => {
        const { origin, startMs, endMs } = run;
        const hours = describeHours(run);
        return {
          id: String(startMs),
          cells: { hours, origin: describeStepOrigin(origin) },
          ...(mayWrite
            ? {
                actions: (
                  <ReasonedAct
                    action={decideMeasureAction}
                    fields={{
                      operation,
                      meteringPointId,
                      quantity,
                      kind: "leave_missing",
                      startMs: String(startMs),
                      endMs: String(endMs),
                    }}
                    label="Ne pas corriger"
                    about={hours}
                    hint="Motif : compteur déposé…"
                  />
                ),
              }
            : {}),
        };
      })}
    />
  );
}
