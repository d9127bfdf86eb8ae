import type { Metadata } from "next";
import { AppShell } from "@/components/ui/app-shell";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { findUser } from "@/lib/server/access";
import { SpaceShell } from "./space-shell";

export const metadata: Metadata = { title: "Page introuvable" };

/** One answer for what does not exist and what is somebody else's: neither is told apart. */
export default async function NotFound() {
  const user = await findUser();
  return user ? (
    <SpaceShell user={user}>
      <Nothing />
    </SpaceShell>
  ) : (
    <AppShell homeHref="/">
      <Nothing />
    </AppShell>
  );
}

function Nothing() {
  return (
    <>
      <PageHeader
        title="Cette page n’existe pas, ou ne vous est pas ouverte"
        lead="L’adresse contient peut-être une faute, la page a pu changer de place, ou votre compte n’y a pas accès."
      />
      <p>Si l’adresse vient d’un collègue, demandez l’accès à l’administrateur de votre collectivité.</p>
      <ButtonLink href="/">Revenir à l’accueil</ButtonLink>
    </>
  );
}
