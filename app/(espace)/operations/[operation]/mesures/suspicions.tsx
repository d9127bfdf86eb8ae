import type { Route } from "next";
import { ReasonedAct } from "@/components/measures/reasoned-act";
import { DataTable, type DataTableRowData } from "@/components/ui/data-table";
import { PageSection } from "@/components/ui/page-section";
import { describeSuspicion } from "@/lib/format/describe-suspicion";
import type { TableColumn } from "@/lib/format/table-cells";
import type { AuthorizedOperation } from "@/lib/server/access";
import { isGranted } from "@/lib/server/permissions";
import { type ListedSuspicion, listSuspicions } from "@/lib/services/measures/list-suspicions";
import { RestoreSuspicionButton } from "./restore-suspicion-button";
import styles from "./suspicions.module.css";
import { dismissSuspicionAction } from "./suspicions-actions";

const SUBJECT: readonly TableColumn[] = [
  { key: "name", label: "Site", kind: "text" },
  { key: "prm", label: "PRM", kind: "code" },
  { key: "period", label: "Jours", kind: "text" },
  { key: "title", label: "Ce qui étonne", kind: "text" },
];

const OPEN_COLUMNS: readonly TableColumn[] = [
  ...SUBJECT,
  { key: "detail", label: "Valeurs", kind: "text" },
  { key: "advice", label: "Que regarder", kind: "text" },
];

const DISMISSED_COLUMNS: readonly TableColumn[] = [
  ...SUBJECT,
  { key: "reason", label: "Pourquoi c’est normal", kind: "text" },
  { key: "by", label: "Par", kind: "text" },
  { key: "at", label: "Le", kind: "instantMs" },
];

/** What is suspect in the curves, to look at; and what was looked at. */
export async function Suspicions({ operation }: { operation: AuthorizedOperation }) {
  const { open, dismissed } = await listSuspicions(operation.id);
  const { slug } = operation.sheet;
  const mayWrite = isGranted(operation.role, "write");
  if (open.length === 0 && dismissed.length === 0) return null;
  return (
    <PageSection title="À vérifier" anchor="a-verifier">
      <p className={styles.lead}>
        {open.length === 0
          ? "Rien n’attend d’être vérifié."
          : "Ces courbes comptent telles quelles. Un jour qui étonne n’est pas forcément faux : ouvrez-le, écartez la mesure si elle l’est, ou dites pourquoi elle est normale."}
      </p>
      {open.length > 0 && (
        <DataTable
          caption="Mesures à vérifier, les jours les plus récents d’abord"
          columns={OPEN_COLUMNS}
          fileName={`${slug}-a-verifier`}
          rows={open.map((listed) => ({
            ...rowOf(slug, listed),
            ...(mayWrite
              ? {
                  actions: (
                    <ReasonedAct
                      action={dismissSuspicionAction}
                      fields={{ operation: slug, suspicion: listed.id }}
                      label="C’est normal"
                      about={`${listed.name}, ${describeSuspicion(listed.suspicion).title}`}
                      hint="Motif : fermée pour travaux…"
                    />
                  ),
                }
              : {}),
          }))}
        />
      )}
      {dismissed.length > 0 && (
        <details className={styles.dismissed}>
          <summary>Vérifiées ({dismissed.length})</summary>
          <DataTable
            caption="Mesures vérifiées, trouvées normales"
            columns={DISMISSED_COLUMNS}
            rows={dismissed.map((listed) => ({
              ...rowOf(slug, listed),
              ...(mayWrite
                ? { actions: <RestoreSuspicionButton operation={slug} suspicion={listed.id} about={listed.name} /> }
                : {}),
            }))}
          />
        </details>
      )}
    </PageSection>
  );
}

function rowOf(slug: string, { id, name, prm, suspicion, dismissal }: ListedSuspicion): DataTableRowData {
  const { period, title, detail, advice } = describeSuspicion(suspicion);
  return {
    id,
    href: `/operations/${slug}/mesures/prm/${prm}?jour=${suspicion.from}` as Route,
    cells: {
      name,
      prm,
      period,
      title,
      detail,
      advice,
      reason: dismissal?.reason ?? null,
      by: dismissal && (dismissal.authorName ?? "installation"),
      at: dismissal?.atMs ?? null,
    },
  };
}
