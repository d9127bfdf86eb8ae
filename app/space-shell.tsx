import type { Route } from "next";
import type { ReactNode } from "react";
import { GO_LETTERS } from "@/components/help/go-letters";
import { AppShell } from "@/components/ui/app-shell";
import { listGrantedCollectivities, type SignedInUser } from "@/lib/server/access";
import { UserMenu } from "./(espace)/user-menu";

/** The frame of every page for who is signed in: the same rooms, whichever folder the page is in. */
export async function SpaceShell({ user, children }: { user: SignedInUser; children: ReactNode }) {
  const isOfficer = (await listGrantedCollectivities("write")).length > 0;
  return (
    <AppShell
      homeHref="/"
      navigation={[
        ...(isOfficer ? [{ label: "À faire", go: GO_LETTERS.toDo, href: "/" as Route }] : []),
        { label: "Tableau de bord", go: GO_LETTERS.overview, href: "/tableau-de-bord" as Route },
        { label: "Opérations", go: GO_LETTERS.operations, href: "/operations" },
        { label: "Plan climat", go: GO_LETTERS.climate, href: "/plan-climat" as Route },
        { label: "Aide", go: GO_LETTERS.help, href: "/documentation" as Route },
      ]}
      userMenu={<UserMenu name={user.name} email={user.email} />}
    >
      {children}
    </AppShell>
  );
}
