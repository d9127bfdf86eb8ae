import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";

export const metadata: Metadata = { title: "Page introuvable" };

export default function SpaceNotFound() {
  return (
    <>
      <PageHeader title="Page introuvable" />
      <EmptyState
        title="Rien à cette adresse"
        purpose="L’adresse est fausse, ou l’accès ne vous est pas ouvert. Demandez-le à l’administrateur de la collectivité."
        action={<ButtonLink href="/operations">Voir mes opérations</ButtonLink>}
      />
    </>
  );
}
