import type { Metadata, Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { type JournalSearch, journalSearchSchema, toJournalFilter, toJournalPlace } from "@/lib/schemas/journal";
import { requireOperation } from "@/lib/server/access";
import { readJournal } from "@/lib/services/journal/read-journal";
import { JOURNAL_COLUMNS, toJournalRow } from "./journal-columns";
import { JournalFilter } from "./journal-filter";

export const metadata: Metadata = { title: "Journal" };

type Props = PageProps<"/operations/[operation]/reglages/journal">;

/** Open to whoever may read: the trail refers to participants by id only. */
export default async function JournalPage({ params, searchParams }: Props) {
  const operation = await requireOperation((await params).operation);
  const search = journalSearchSchema.parse(await searchParams);
  const { slug } = operation.sheet;
  const { events, next, actors } = await readJournal(operation.id, toJournalFilter(search), toJournalPlace(search));
  const address = `/operations/${slug}/reglages/journal`;
  return (
    <>
      <PageHeader
        title="Journal"
        lead="Tout ce qui a été écrit dans l’opération, du plus récent au plus ancien. Rien ne s’y modifie ni ne s’y efface ; les participants n’y sont pas nommés."
        actions={
          <ButtonLink
            href={`${address}/csv${queryOf({ ...search, avant: undefined })}` as Route}
            variant="default"
            download
          >
            Télécharger (CSV)
          </ButtonLink>
        }
      />
      <JournalFilter search={search} actors={actors} />
      <DataTable
        caption="Journal de l’opération"
        columns={JOURNAL_COLUMNS}
        hasFilter={false}
        rows={events.map((event) => toJournalRow(event, slug))}
        empty={
          <EmptyState
            title="Rien à montrer"
            purpose="Aucune écriture ne correspond à ce filtre."
            needed="un filtre plus large : une autre période, une autre personne ou un autre sujet."
          />
        }
      />
      {next && (
        <ButtonLink
          href={`${address}${queryOf({ ...search, avant: `${next.at.getTime()}_${next.id}` })}` as Route}
          variant="default"
        >
          Plus anciens
        </ButtonLink>
      )}
    </>
  );
}

function queryOf(search: JournalSearch): string {
  const given = Object.entries(search).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return given.length > 0 ? `?${new URLSearchParams(given)}` : "";
}
