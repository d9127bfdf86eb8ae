import type { Route } from "next";
import { NavLinks } from "@/components/ui/nav-links";
import { requireOperation } from "@/lib/server/access";

export default async function ParticipantsLayout({
  children,
  params,
}: LayoutProps<"/operations/[operation]/participants">) {
  const operation = await requireOperation((await params).operation);
  const section = (path: string) => `/operations/${operation.sheet.slug}/participants${path}` as Route;
  return (
    <>
      <NavLinks
        label="Participants"
        variant="sections"
        items={[
          { label: "Liste", href: section("") },
          { label: "Annexe 2", href: section("/annexe-2") },
          { label: "Périmètre Enedis", href: section("/perimetre") },
          { label: "Carte et éligibilité", href: section("/carte") },
          { label: "Heures creuses", href: section("/heures-creuses") },
          { label: "Consentements", href: section("/consentements") },
        ]}
      />
      {children}
    </>
  );
}
