import type { Route } from "next";
import { NavLinks } from "@/components/ui/nav-links";
import { requireOperation } from "@/lib/server/access";

export default async function SettingsLayout({ children, params }: LayoutProps<"/operations/[operation]/reglages">) {
  const operation = await requireOperation((await params).operation);
  const section = (path: string) => `/operations/${operation.sheet.slug}/reglages${path}` as Route;
  return (
    <>
      <NavLinks
        label="Réglages"
        variant="sections"
        items={[
          { label: "Fiche", href: section("") },
          { label: "Calendrier", href: section("/calendrier") },
          { label: "Prix", href: section("/prix") },
          { label: "Interlocuteurs", href: section("/interlocuteurs") },
          { label: "Logo", href: section("/logo") },
          { label: "Publication", href: section("/publication") },
          { label: "Prévisions", href: section("/previsions") },
          { label: "CO₂", href: section("/co2") },
          { label: "Accès", href: section("/acces") },
          { label: "Journal", href: section("/journal") },
        ]}
      />
      {children}
    </>
  );
}
