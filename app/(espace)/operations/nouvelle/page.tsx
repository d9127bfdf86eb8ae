import type { Metadata } from "next";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { listGrantedCollectivities } from "@/lib/server/access";
import { NewOperationForm } from "./new-operation-form";

export const metadata: Metadata = { title: "Nouvelle opération" };

export default async function NewOperationPage() {
  const collectivities = await listGrantedCollectivities("write");
  return (
    <>
      <PageHeader
        title="Nouvelle opération"
        breadcrumb={[{ label: "Opérations", href: "/operations" }]}
        lead="De quoi commencer, avant même qu’Enedis ait donné un numéro. Tout se complète et se corrige ensuite dans les réglages de l’opération."
      />
      {collectivities.length > 0 ? (
        <NewOperationForm collectivities={collectivities} />
      ) : (
        <Notice title="Votre rôle permet de lire les opérations, pas d’en créer">
          Demandez-le à un agent ou à l’administrateur de la collectivité.
        </Notice>
      )}
    </>
  );
}
