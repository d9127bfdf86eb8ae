import type { Route } from "next";
import { NavLinks } from "@/components/ui/nav-links";

/** The pages of the room « Échéances »; each is listed once it exists. */
const TABS = [
  { label: "À faire", path: "" },
  { label: "Demandes", path: "/demandes" },
  { label: "Courriers", path: "/courriers" },
  { label: "Réclamations", path: "/reclamations" },
  { label: "Locataires HLM", path: "/hlm" },
  { label: "Convention", path: "/convention" },
] as const;

export function DeadlineTabs({ operation }: { operation: string }) {
  return (
    <NavLinks
      label="Échéances"
      variant="sections"
      items={TABS.map(({ label, path }) => ({ label, href: `/operations/${operation}/echeances${path}` as Route }))}
    />
  );
}
