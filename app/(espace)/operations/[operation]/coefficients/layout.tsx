import type { Route } from "next";
import { NavLinks } from "@/components/ui/nav-links";
import { requireOperation } from "@/lib/server/access";

export default async function CoefficientsLayout({
  children,
  params,
}: LayoutProps<"/operations/[operation]/coefficients">) {
  const operation = await requireOperation((await params).operation);
  const section = (path: string) => `/operations/${operation.sheet.slug}/coefficients${path}` as Route;
  return (
    <>
      <NavLinks
        label="Coefficients"
        variant="sections"
        items={[
          { label: "En vigueur", href: section("") },
          { label: "Éditeur", href: section("/editeur") },
          { label: "Versions", href: section("/versions") },
          { label: "Clé du mois", href: section("/cle-du-mois") },
        ]}
      />
      {children}
    </>
  );
}
