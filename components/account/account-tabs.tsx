import type { Route } from "next";
import { NavLinks } from "@/components/ui/nav-links";

/** The pages about one's own account. */
export function AccountTabs() {
  return (
    <NavLinks
      label="Compte"
      variant="sections"
      items={[
        { label: "Profil", href: "/compte" as Route, isExact: true },
        { label: "Sécurité", href: "/compte/securite" as Route },
      ]}
    />
  );
}
