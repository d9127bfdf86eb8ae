import type { Metadata } from "next";
import { JournalList } from "@/app/(espace)/journal/journal-list";
import { journalSearchSchema, toJournalFilter, toJournalPlace } from "@/lib/schemas/journal";
import { requireOperation } from "@/lib/server/access";
import { readJournal } from "@/lib/services/journal/read-journal";

export const metadata: Metadata = { title: "Journal" };

type Props = PageProps<"/operations/[operation]/reglages/journal">;

/** Open to whoever may read: the trail refers to participants by id only. */
export default async function JournalPage({ params, searchParams }: Props) {
  const { id, sheet } = await requireOperation((await params).operation);
  const search = journalSearchSchema.parse(await searchParams);
  const page = await readJournal({ kind: "operation", id }, toJournalFilter(search), toJournalPlace(search));
  return (
    <JournalList
      lead="Tout ce qui a été écrit dans l’opération, du plus récent au plus ancien. Rien ne s’y modifie ni ne s’y efface ; les participants n’y sont pas nommés."
      caption="Journal de l’opération"
      page={page}
      search={search}
      address={`/operations/${sheet.slug}/reglages/journal`}
      namesOperation={false}
    />
  );
}
