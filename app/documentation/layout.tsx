import type { Route } from "next";
import { SpaceShell } from "@/app/space-shell";
import { AppShell } from "@/components/ui/app-shell";
import { NavLinks } from "@/components/ui/nav-links";
import { HELP_ROOMS } from "@/lib/content/help/help-rooms";
import { findUser } from "@/lib/server/access";

/** Help is open to all; who is signed in keeps the rooms at hand. */
export default async function DocumentationLayout({ children }: LayoutProps<"/documentation">) {
  const user = await findUser();
  const content = (
    <>
      <NavLinks
        label="Pages de l’aide"
        variant="sections"
        items={[
          { label: "Commencer", href: "/documentation" as Route, isExact: true },
          { label: "Glossaire", href: "/documentation/glossaire" as Route },
          ...HELP_ROOMS.map(({ slug, title }) => ({ label: title, href: `/documentation/${slug}` as Route })),
          { label: "API", href: "/documentation/api" as Route },
        ]}
      />
      {children}
    </>
  );
  return user ? <SpaceShell user={user}>{content}</SpaceShell> : <AppShell homeHref="/">{content}</AppShell>;
}
