import { Stack } from "@mantine/core";
import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { requireOperation } from "@/lib/server/access";
import { DsoRequestSection } from "./dso-request-section";
import { ImportList } from "./import-list";
import { RememberedAnswers } from "./remembered-answers";

export const metadata: Metadata = { title: "Imports" };

export default async function ImportsPage({ params }: PageProps<"/operations/[operation]/mesures/imports">) {
  const operation = await requireOperation((await params).operation);
  return (
    <>
      <PageHeader
        title="Imports"
        lead="Chaque envoi de fichiers : qui, quand, ce qui en a été compris et ce qu’il a changé."
      />
      <Stack gap="xl">
        <DsoRequestSection operation={operation} />
        <ImportList operation={operation} />
      </Stack>
      <RememberedAnswers operation={operation} />
    </>
  );
}
