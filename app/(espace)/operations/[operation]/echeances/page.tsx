import type { Metadata } from "next";
import { AllInOrder } from "@/components/deadlines/all-in-order";
import { DeadlineFilterBar } from "@/components/deadlines/deadline-filter-bar";
import { DeadlineList } from "@/components/deadlines/deadline-list";
import { filterDeadlines } from "@/components/deadlines/filter-deadlines";
import { PageHeader } from "@/components/ui/page-header";
import { deadlineFiltersSchema } from "@/lib/schemas/deadline-filters";
import { requireOperation } from "@/lib/server/access";
import { today } from "@/lib/server/today";
import { listOperationDeadlines } from "@/lib/services/deadlines/list-operation-deadlines";

export const metadata: Metadata = { title: "Échéances" };

export default async function DeadlinesPage({ params, searchParams }: PageProps<"/operations/[operation]/echeances">) {
  const operation = await requireOperation((await params).operation);
  const filters = deadlineFiltersSchema.parse(await searchParams);
  const deadlines = await listOperationDeadlines([operation], await today());
  const shown = filterDeadlines(deadlines, filters);
  return (
    <>
      <PageHeader
        title="Échéances"
        lead="Ce que la convention attend de vous et d’Enedis, calculé d’après ce qui s’est passé."
      />
      <DeadlineFilterBar filters={filters} operations={[]} />
      <AllInOrder deadlines={shown} isNarrowed={Object.values(filters).some(Boolean)} />
      <DeadlineList deadlines={shown} operations={new Map([[operation.id, operation.sheet]])} />
    </>
  );
}
