import { requireInstance } from "@/lib/server/authorize-instance";

/** Nothing of the installation is shown to anybody else. */
export default async function InstallationLayout({ children }: LayoutProps<"/installation">) {
  await requireInstance();
  return children;
}
