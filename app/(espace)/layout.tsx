import { SpaceShell } from "@/app/space-shell";
import { requireAccount } from "@/lib/server/access";

export default async function SpaceLayout({ children }: LayoutProps<"/">) {
  return <SpaceShell user={await requireAccount()}>{children}</SpaceShell>;
}
