import type { Route } from "next";
import { type NavItem, NavLinks } from "@/components/ui/nav-links";

/** The pages of the climate plan, in the order they are read; `path` stands under `/plan-climat`. */
const TABS: readonly { readonly label: string; readonly path: string }[] = [
  { label: "Synthèse", path: "" },
  { label: "Preuves", path: "/preuves" },
  { label: "Historique", path: "/historique" },
  { label: "Instantanés", path: "/instantanes" },
  { label: "Audit", path: "/audit" },
  { label: "Référentiel", path: "/referentiel" },
  { label: "Personnalisation", path: "/personnalisation" },
];

/** The pages of the climate plan of one collectivity, which every link keeps. */
export function PlanTabs({ collectivityId }: { collectivityId: string }) {
  const items = TABS.map(({ label, path }): NavItem => {
    return { label, href: `/plan-climat${path}?collectivite=${collectivityId}` as Route };
  });
  return <NavLinks label="Plan climat" variant="sections" items={items} />;
}
