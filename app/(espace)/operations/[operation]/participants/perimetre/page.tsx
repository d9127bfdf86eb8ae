import type { Metadata, Route } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { requireOperation } from "@/lib/server/access";
import { isGranted } from "@/lib/server/permissions";
import { ComparePerimeter } from "./compare-perimeter";

export const metadata: Metadata = { title: "Périmètre d’Enedis" };

export default async function PerimeterFilePage({
  params,
}: PageProps<"/operations/[operation]/participants/perimetre">) {
  const operation = await requireOperation((await params).operation);
  const { slug } = operation.sheet;
  return (
    <>
      <PageHeader
        title="Périmètre d’Enedis"
        breadcrumb={[{ label: "Participants", href: `/operations/${slug}/participants` as Route }]}
        lead="Enedis publie la liste des PRM de l’opération, avec leurs dates (annexe 6, « Perimetre_Participants.csv »). Déposez-la : ce qui diffère du registre est montré, et rien n’est changé sans vous."
      />
      <ComparePerimeter address={slug} mayWrite={isGranted(operation.role, "write")} />
    </>
  );
}
