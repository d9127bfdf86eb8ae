import { DeadlineTabs } from "@/components/deadlines/deadline-tabs";
import { requireOperation } from "@/lib/server/access";

export default async function DeadlinesLayout({ children, params }: LayoutProps<"/operations/[operation]/echeances">) {
  const operation = await requireOperation((await params).operation);
  return (
    <>
      <DeadlineTabs operation={operation.sheet.slug} />
      {children}
    </>
  );
}
