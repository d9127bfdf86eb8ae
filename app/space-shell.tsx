import type { Route } from "next";
import type { ReactNode } from "react";
import { SessionWatch } from "@/components/account/session-watch";
import { GO_LETTERS } from "@/components/help/go-letters";
import { AppShell } from "@/components/ui/app-shell";
import type { NavItem } from "@/components/ui/nav-links";
import type { SignedInUser } from "@/lib/server/access";
import { listRooms, type Room } from "@/lib/server/list-rooms";
import { UserMenu } from "./(espace)/user-menu";

const ROOMS: Readonly<Record<Room, NavItem>> = {
  toDo: { label: "À faire", go: GO_LETTERS.toDo, href: "/" as Route },
  overview: { label: "Tableau de bord", go: GO_LETTERS.overview, href: "/tableau-de-bord" as Route },
  operations: { label: "Opérations", go: GO_LETTERS.operations, href: "/operations" },
  climate: { label: "Plan climat", go: GO_LETTERS.climate, href: "/plan-climat" as Route },
  ownSpace: { label: "Mon espace", go: GO_LETTERS.ownSpace, href: "/mon-espace" as Route },
  access: { label: "Accès", href: "/acces" as Route },
  installation: { label: "Installation", href: "/installation" as Route },
  accounts: { label: "Comptes", href: "/installation/comptes" as Route },
  collectivities: { label: "Collectivités", href: "/installation/collectivites" as Route },
  installationJournal: { label: "Journal", href: "/installation/journal" as Route },
  journal: { label: "Journal", href: "/journal" as Route },
  help: { label: "Aide", go: GO_LETTERS.help, href: "/documentation" as Route },
};

/** The frame of every page for who is signed in: the same rooms, whichever folder the page is in. */
export async function SpaceShell({ user, children }: { user: SignedInUser; children: ReactNode }) {
  return (
    <AppShell
      homeHref="/"
      navigation={(await listRooms(user)).map((room) => ROOMS[room])}
      userMenu={<UserMenu name={user.name} email={user.email} />}
    >
      {children}
      <SessionWatch />
    </AppShell>
  );
}
