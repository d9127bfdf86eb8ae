import type { Route } from "next";
import { AppShell } from "@/components/ui/app-shell";
import { listGrantedCollectivities, requireUser } from "@/lib/server/access";
import { UserMenu } from "./user-menu";

export default async function SpaceLayout({ children }: LayoutProps<"/">) {
  const user = await requireUser();
  const isOfficer = (await listGrantedCollectivities("write")).length > 0;
  return (
    <AppShell
      homeHref="/"
      navigation={[
        ...(isOfficer ? [{ label: "À faire", href: "/" as Route }] : []),
        { label: "Opérations", href: "/operations" },
        { label: "Plan climat", href: "/plan-climat" as Route },
        { label: "Aide et API", href: "/documentation/api" as Route },
      ]}
      userMenu={<UserMenu name={user.name} email={user.email} />}
    >
      {children}
    </AppShell>
  );
}
