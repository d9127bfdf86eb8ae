import type { Metadata, Route } from "next";
import { JournalList } from "@/app/(espace)/journal/journal-list";
import { ButtonLink } from "@/components/ui/button-link";
import { journalSearchSchema, toJournalFilter } from "@/lib/schemas/journal";
import { toTrailPlace } from "@/lib/schemas/trail-search";
import { requireOperation } from "@/lib/server/access";
import { isGranted } from "@/lib/server/permissions";
import { readJournal } from "@/lib/services/journal/read-journal";

export const metadata: Metadata = { title: "Journal" };

type Props = PageProps<"/operations/[operation]/reglages/journal">;

/** Open to whoever may read: the trail refers to participants by id only, and names as actors those whom the reader may know. */
export default async function JournalPage({ params, searchParams }: Props) {
  const { id, role, sheet, mayReadWords } = await requireOperation((await params).operation);
  const search = journalSearchSchema.parse(await searchParams);
  const scope = { kind: "operation", id, mayReadWords } as const;
  const page = await readJournal(scope, toJournalFilter(search), toTrailPlace(search.avant));
  const address = `/operations/${sheet.slug}/reglages/journal`;
  return (
    <JournalList
      lead="Tout ce qui a été écrit dans l’opération, du plus récent au plus ancien. Rien ne s’y modifie ni ne s’y efface ; les participants n’y sont pas nommés."
      caption="Journal de l’opération"
      page={page}
      search={search}
      address={address}
      namesOperation={false}
      actions={
        isGranted(role, "administer") && (
          <ButtonLink href={`${address}/consultations` as Route} variant="default">
            Consultations
          </ButtonLink>
        )
      }
    />
  );
}
