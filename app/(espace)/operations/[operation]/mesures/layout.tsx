import type { Route } from "next";
import { NavLinks } from "@/components/ui/nav-links";
import { requireOperation } from "@/lib/server/access";

export default async function MeasuresLayout({ children, params }: LayoutProps<"/operations/[operation]/mesures">) {
  const operation = await requireOperation((await params).operation);
  const section = (path: string) => `/operations/${operation.sheet.slug}/mesures${path}` as Route;
  return (
    <>
      <NavLinks
        label="Mesures"
        variant="sections"
        items={[
          { label: "Complétude", href: section("") },
          { label: "Courbes", href: section("/courbes") },
          { label: "Imports", href: section("/imports") },
        ]}
      />
      {children}
    </>
  );
}
