import type { Metadata, Route } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { requireWriter } from "@/lib/server/require-writer";
import { today } from "@/lib/server/today";
import { readCoefficients } from "@/lib/services/coefficients/read-coefficients";
import { CoefficientKeyForm } from "./coefficient-key-form";

export const metadata: Metadata = { title: "Enregistrer une clé déjà appliquée" };

export default async function RecordKeyPage({
  params,
}: PageProps<"/operations/[operation]/coefficients/versions/enregistrer">) {
  const operation = await requireWriter((await params).operation);
  const { slug, startDay } = operation.sheet;
  const { consumers } = await readCoefficients(operation.id, await today());
  return (
    <>
      <PageHeader
        title="Enregistrer une clé que le gestionnaire applique déjà"
        breadcrumb={[{ label: "Versions", href: `/operations/${slug}/coefficients/versions` as Route }]}
        lead="Pour une opération qui existait avant Prorata, ou une clé envoyée autrement. Elle vaut aussitôt à partir de son premier jour, sans annonce ni envoi. Pour préparer une nouvelle clé, passez par un brouillon."
      />
      <CoefficientKeyForm operation={slug} minFrom={startDay} consumers={consumers} />
    </>
  );
}
