import type { Route } from "next";
import Link from "next/link";
import { DeadlineRows } from "@/components/deadlines/deadline-rows";
import { PageSection } from "@/components/ui/page-section";
import type { AuthorizedOperation } from "@/lib/server/access";
import { today } from "@/lib/server/today";
import { listOperationDeadlines } from "@/lib/services/deadlines/list-operation-deadlines";

const SHOWN = 3;

/** The next three things that are due; nothing when nothing is. */
export async function NextDeadlines({ operation }: { operation: AuthorizedOperation }) {
  const deadlines = await listOperationDeadlines([operation], await today());
  const next = deadlines.filter(({ state }) => state.kind !== "done").slice(0, SHOWN);
  if (next.length === 0) return null;
  return (
    <PageSection title="Prochaines échéances">
      <DeadlineRows deadlines={next} operations={new Map([[operation.id, operation.sheet]])} />
      <p>
        <Link href={`/operations/${operation.sheet.slug}/echeances` as Route}>Toutes les échéances</Link>
      </p>
    </PageSection>
  );
}
