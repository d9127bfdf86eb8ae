import { Stack } from "@mantine/core";
import type { Route } from "next";
import { JournalFilter } from "@/components/journal/journal-filter";
import { ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import type { JournalSearch } from "@/lib/schemas/journal";
import { writeTrailPlace } from "@/lib/schemas/trail-search";
import type { JournalPage } from "@/lib/services/journal/read-journal";
import { journalAddress } from "./journal-address";
import { journalColumns, toJournalRow } from "./journal-rows";

type JournalListProps = {
  readonly lead: string;
  readonly caption: string;
  readonly page: JournalPage;
  readonly search: JournalSearch;
  /** Of the screen, without its search. */
  readonly address: string;
  /** What the address says besides the search: whose trail, where there are several. */
  readonly kept?: Readonly<Record<string, string>>;
  readonly namesOperation: boolean;
  readonly actions?: React.ReactNode;
};

/** A trail: what was done, found again by day, person, subject and object. */
export function JournalList({
  lead,
  caption,
  page,
  search,
  address,
  kept = {},
  namesOperation,
  actions,
}: JournalListProps) {
  const { events, next, actors } = page;
  const to = (change: Partial<JournalSearch>) =>
    journalAddress(address, { ...kept, ...search, avant: undefined, ...change });
  const historyOf = (id: string) => journalAddress(address, { ...kept, id });
  return (
    <>
      <PageHeader
        title={search.id ? "Historique d’un objet" : "Journal"}
        lead={lead}
        actions={
          <>
            {search.id && (
              <ButtonLink href={journalAddress(address, kept)} variant="default">
                Tout le journal
              </ButtonLink>
            )}
            {actions}
            <ButtonLink
              href={journalAddress(`${address}/csv`, { ...kept, ...search, avant: undefined })}
              variant="default"
              download
            >
              Télécharger (CSV)
            </ButtonLink>
          </>
        }
      />
      <Stack>
        <JournalFilter search={search} actors={actors} kept={kept} />
        <DataTable
          caption={caption}
          columns={journalColumns({ namesOperation })}
          hasFilter={false}
          rows={events.map((event) => toJournalRow(event, historyOf))}
          empty={
            <EmptyState
              title="Rien à montrer"
              purpose="Aucune écriture ne correspond à ce filtre."
              needed="un filtre plus large : une autre période, une autre personne, un autre sujet ou un autre objet."
            />
          }
        />
        {next && (
          <ButtonLink href={to({ avant: writeTrailPlace(next) }) as Route} variant="default">
            Plus anciens
          </ButtonLink>
        )}
      </Stack>
    </>
  );
}
