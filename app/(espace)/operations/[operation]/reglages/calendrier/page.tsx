import type { Metadata, Route } from "next";
import { DataTable } from "@/components/ui/data-table";
import { KeyValues } from "@/components/ui/key-values";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import { formatDay, formatPeriod } from "@/lib/format/format-date";
import { formatDayOfMonth } from "@/lib/format/format-day-of-month";
import type { TableColumn } from "@/lib/format/table-cells";
import { requireOperation } from "@/lib/server/access";
import { isGranted } from "@/lib/server/permissions";
import { today } from "@/lib/server/today";
import { readAnniversary } from "@/lib/services/operations/read-anniversary";
import { MoveAnniversaryForm } from "./move-anniversary-form";

export const metadata: Metadata = { title: "Calendrier" };

const COLUMNS: readonly TableColumn[] = [
  { key: "recorded", label: "Enregistré le", kind: "instantMs" },
  { key: "from", label: "Compte à partir du", kind: "day" },
  { key: "day", label: "Jour anniversaire", kind: "text" },
  { key: "reason", label: "Motif", kind: "text" },
  { key: "author", label: "Par", kind: "text" },
];

export default async function CalendarPage({ params }: PageProps<"/operations/[operation]/reglages/calendrier">) {
  const operation = await requireOperation((await params).operation);
  const { slug } = operation.sheet;
  const now = await today();
  const { anniversaries, moves, movable } = await readAnniversary(operation, now);
  return (
    <>
      <PageHeader
        title="Calendrier de calcul"
        breadcrumb={[{ label: "Fiche de l’opération", href: `/operations/${slug}/reglages` as Route }]}
        lead="Une période va d’une date anniversaire mensuelle à la veille de la suivante. Enedis peut déplacer cette date, selon le relevé des PRM ajoutés, et vous l’écrit (convention, art. 4)."
      />
      <PageSection title="Date anniversaire mensuelle">
        <KeyValues
          items={anniversaries.map(({ from, dayOfMonth }, index) => ({
            label:
              index === 0
                ? `Depuis le démarrage, le ${formatDay(operation.sheet.startDay)}`
                : `À partir du ${formatDay(from)}`,
            value: `le ${formatDayOfMonth(dayOfMonth)} de chaque mois`,
          }))}
        />
      </PageSection>
      {isGranted(operation.role, "write") && (
        <PageSection title="Enregistrer un déplacement notifié par Enedis">
          <p>
            Rien n’est enregistré avant que vous ayez vu ce que deviennent les périodes. Une période déjà calculée garde
            ses bornes. Pour annuler un déplacement annoncé, enregistrez-en un autre sur la même période.
          </p>
          <MoveAnniversaryForm
            operation={slug}
            period={movable.findLast(({ from }) => from <= now)?.from ?? null}
            periods={movable.map(({ from, toExclusive }) => ({ value: from, label: formatPeriod(from, toExclusive) }))}
          />
        </PageSection>
      )}
      <PageSection title="Historique">
        {moves.length === 0 ? (
          <p>La date anniversaire n’a jamais été déplacée.</p>
        ) : (
          <DataTable
            caption="Déplacements de la date anniversaire, du plus récent au plus ancien"
            columns={COLUMNS}
            fileName={`${slug}-date-anniversaire`}
            rows={moves.map(({ id, createdAt, from, dayOfMonth, reason, authorName }) => ({
              id,
              cells: {
                recorded: createdAt.getTime(),
                from,
                day: `le ${formatDayOfMonth(dayOfMonth)}`,
                reason,
                author: authorName,
              },
            }))}
          />
        )}
      </PageSection>
    </>
  );
}
