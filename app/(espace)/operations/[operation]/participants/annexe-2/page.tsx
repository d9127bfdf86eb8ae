import type { Metadata, Route } from "next";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { requireOperation } from "@/lib/server/access";
import { isGranted } from "@/lib/server/permissions";
import { UploadAnnex2 } from "./upload-annex-2";

export const metadata: Metadata = { title: "Annexe 2" };

export default async function Annex2Page({ params }: PageProps<"/operations/[operation]/participants/annexe-2">) {
  const operation = await requireOperation((await params).operation);
  const { slug, startDay } = operation.sheet;
  return (
    <>
      <PageHeader
        title="Annexe 2"
        breadcrumb={[{ label: "Participants", href: `/operations/${slug}/participants` as Route }]}
        lead="Le classeur par lequel le périmètre et les coefficients statiques voyagent vers le gestionnaire de réseau. Déposez-le : ce qu’il change est montré avant d’être enregistré."
      />
      {isGranted(operation.role, "write") ? (
        <UploadAnnex2 address={slug} minEffectDate={startDay} />
      ) : (
        <Notice title="Votre rôle permet de lire le périmètre, pas de le changer" />
      )}
    </>
  );
}
