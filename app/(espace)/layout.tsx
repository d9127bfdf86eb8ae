import { SpaceShell } from "@/app/space-shell";
import { requireUser } from "@/lib/server/access";

export default async function SpaceLayout({ children }: LayoutProps<"/">) {
  return <SpaceShell user={await requireUser()}>{children}</SpaceShell>;
}
