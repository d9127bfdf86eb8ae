import type { Metadata } from "next";
import { AppShell } from "@/components/ui/app-shell";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";

export const metadata: Metadata = { title: "Page introuvable" };

/** One answer for what does not exist and what is somebody else's: neither is told apart. */
export default function NotFound() {
  return (
    <AppShell homeHref="/">
      <PageHeader
        title="Cette page n’existe pas, ou ne vous est pas ouverte"
        lead="L’adresse contient peut-être une faute, la page a pu changer de place, ou votre compte n’a pas accès à cette opération."
      />
      <p>
        Si l’adresse vient d’un collègue, demandez-lui de vous donner accès à l’opération dans « Réglages », puis «
        Accès ».
      </p>
      <ButtonLink href="/">Revenir à l’accueil</ButtonLink>
    </AppShell>
  );
}
