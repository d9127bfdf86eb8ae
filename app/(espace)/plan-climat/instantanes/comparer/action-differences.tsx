import { DataTable } from "@/components/ui/data-table";
import { PageSection } from "@/components/ui/page-section";
import type { ActionDifference } from "@/lib/domain/scoring/compare-climate-plans";
import { actionAddress } from "@/lib/format/action-address";
import { describeActionStatus } from "@/lib/format/describe-plan-change";
import { formatCount } from "@/lib/format/format-number";
import type { TableColumn } from "@/lib/format/table-cells";

type ActionDifferencesProps = {
  actions: readonly ActionDifference[];
  measureDepth: number;
  collectivityId: string;
};

const COLUMNS: readonly TableColumn[] = [
  { key: "action", label: "Action", kind: "text" },
  { key: "before", label: "Statut, avant", kind: "text" },
  { key: "after", label: "Statut, après", kind: "text" },
  { key: "done", label: "Points faits, écart", kind: "number", decimals: 3 },
  { key: "planned", label: "Points programmés, écart", kind: "number", decimals: 3 },
  { key: "other", label: "Aussi", kind: "text" },
];

/** The sub-actions and tasks of which something else is said, then those that only one of the referentials has. */
export function ActionDifferences({ actions, measureDepth, collectivityId }: ActionDifferencesProps) {
  const answerable = actions.filter(({ depth }) => depth > measureDepth);
  const said = answerable.filter(
    ({ before, after, statusBefore, statusAfter, hasNewNote, evidenceAdded, evidenceRemoved }) =>
      Boolean(before && after) &&
      (describeActionStatus(statusBefore) !== describeActionStatus(statusAfter) ||
        hasNewNote ||
        evidenceAdded > 0 ||
        evidenceRemoved > 0),
  );
  const onlyBefore = actions.filter(({ after }) => !after);
  const onlyAfter = actions.filter(({ before }) => !before);
  return (
    <>
      <PageSection title="Actions">
        {said.length === 0 ? (
          <p>Aucune action n’a changé de statut, d’explication ni de preuves.</p>
        ) : (
          <DataTable
            caption="Actions dont autre chose est dit"
            columns={COLUMNS}
            fileName="comparaison-actions"
            rows={said.map((action) => ({
              id: action.id,
              href: actionAddress(action.number, measureDepth, collectivityId),
              cells: {
                action: `${action.number} ${action.title ?? ""}`.trim(),
                before: describeActionStatus(action.statusBefore),
                after: describeActionStatus(action.statusAfter),
                done: action.donePoints,
                planned: action.plannedPoints,
                other: describeOther(action),
              },
            }))}
          />
        )}
      </PageSection>
      {onlyBefore.length + onlyAfter.length > 0 && (
        <PageSection title="Référentiel">
          <p>Le texte du référentiel a changé entre les deux états.</p>
          <OnlyIn title="Seulement avant" actions={onlyBefore} />
          <OnlyIn title="Seulement après" actions={onlyAfter} />
        </PageSection>
      )}
    </>
  );
}

function describeOther({ hasNewNote, evidenceAdded, evidenceRemoved }: ActionDifference): string {
  return [
    hasNewNote ? "explication, pilote ou échéance" : null,
    evidenceAdded > 0 ? formatCount(evidenceAdded, "preuve ajoutée", "preuves ajoutées") : null,
    evidenceRemoved > 0 ? formatCount(evidenceRemoved, "preuve retirée", "preuves retirées") : null,
  ]
    .filter((part) => part !== null)
    .join(", ");
}

function OnlyIn({ title, actions }: { title: string; actions: readonly ActionDifference[] }) {
  if (actions.length === 0) return null;
  return (
    <details>
      <summary>{`${title} : ${formatCount(actions.length, "action", "actions")}`}</summary>
      <ul>
        {actions.map(({ id, number, title: name }) => (
          <li key={id}>{`${number} ${name ?? ""}`.trim()}</li>
        ))}
      </ul>
    </details>
  );
}
