import type { Route } from "next";
import Link from "next/link";
import { Notice } from "@/components/ui/notice";
import { PageSection } from "@/components/ui/page-section";
import { addDays } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import { formatPeriod, formatPeriodName } from "@/lib/format/format-date";
import type { AuthorizedOperation } from "@/lib/server/access";
import { periodsOf } from "@/lib/server/periods-of";
import { isGranted } from "@/lib/server/permissions";
import type { MeasureImport } from "@/lib/services/measures/list-imports";
import { listUndoObstacles } from "@/lib/services/measures/undo-import";
import { undoImportAction } from "./actions";
import { ImportButton } from "./import-button";

/** A correction of a day reaches a week ahead: J−7. */
const WEEK_DAYS = 7;

/** What follows from an import that was written: periods to compute again, and how to take it back. */
export async function WrittenImport({ operation, found }: { operation: AuthorizedOperation; found: MeasureImport }) {
  const [periods, obstacles] = await Promise.all([
    periodsOf(operation),
    found.undoneId ? [] : listUndoObstacles(operation.id, found.id),
  ]);
  const { slug } = operation.sheet;
  const stale = periods.filter(({ state, period }) => state === "to_recompute" && touches(found, period));
  const address = (id: string) => `/operations/${slug}/mesures/imports/${id}` as Route;
  return (
    <>
      {stale.length > 0 && (
        <Notice tone="warning" title="Périodes à recalculer">
          <ul>
            {stale.map(({ period }) => (
              <li key={period.from}>
                <Link href={`/operations/${slug}/periodes/${period.from}` as Route}>
                  {formatPeriodName(period.from, period.toExclusive)}
                </Link>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {found.undoneId && (
        <Notice tone="info" title="Cet import en annule un autre">
          <Link href={address(found.undoneId)}>Voir l’import annulé</Link>. Pour revenir en arrière, renvoyez ses
          fichiers.
        </Notice>
      )}
      {found.undoneById && (
        <Notice tone="info" title="Cet import est annulé">
          Ce qui valait avant vaut de nouveau. <Link href={address(found.undoneById)}>Voir l’annulation</Link>
        </Notice>
      )}
      {!(found.undoneId || found.undoneById) && isGranted(operation.role, "write") && (
        <PageSection title="Revenir en arrière">
          {obstacles.length === 0 ? (
            <ImportButton
              operation={slug}
              importId={found.id}
              action={undoImportAction}
              label="Annuler cet import"
              question="Ce qui valait avant vaudra de nouveau, et ce qui était nouveau sera manquant. Rien n’est effacé. Annuler cet import ?"
            />
          ) : (
            <>
              <p>Des imports plus récents ont changé une partie de ces jours. Annulez-les d’abord :</p>
              <ul>
                {obstacles.map(({ importId, prm, firstDay, lastDay }) => (
                  <li key={`${importId}-${prm}-${firstDay}`}>
                    PRM {prm}, {formatPeriod(firstDay, addDays(lastDay, 1))} :{" "}
                    <Link href={address(importId)}>l’import plus récent</Link>
                  </li>
                ))}
              </ul>
            </>
          )}
        </PageSection>
      )}
    </>
  );
}

function touches({ changedFrom, changedTo }: MeasureImport, { from, toExclusive }: Period): boolean {
  if (changedFrom === null || changedTo === null) return false;
  return changedFrom <= toExclusive && addDays(changedTo, WEEK_DAYS) >= from;
}
