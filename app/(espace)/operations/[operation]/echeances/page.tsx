import type { Metadata } from "next";
import { DeadlineList } from "@/components/deadlines/deadline-list";
import { PageHeader } from "@/components/ui/page-header";
import { requireOperation } from "@/lib/server/access";
import { today } from "@/lib/server/today";
import { listOperationDeadlines } from "@/lib/services/deadlines/list-operation-deadlines";

export const metadata: Metadata = { title: "Échéances" };

export default async function DeadlinesPage({ params }: PageProps<"/operations/[operation]/echeances">) {
  const operation = await requireOperation((await params).operation);
  const deadlines = await listOperationDeadlines([operation], await today());
  return (
    <>
      <PageHeader
        title="Échéances"
        lead="Ce que la convention attend de vous et du gestionnaire, calculé d’après ce qui s’est passé."
      />
      <DeadlineList deadlines={deadlines} operations={new Map([[operation.id, operation.sheet]])} />
    </>
  );
}
