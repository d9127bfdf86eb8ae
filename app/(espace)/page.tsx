import type { Route } from "next";
import { redirect } from "next/navigation";
import { requireUser } from "@/lib/server/access";
import { listOperations } from "@/lib/services/list-operations";

/** Straight to the only operation; to the list when there are several. */
export default async function HomePage() {
  const user = await requireUser();
  const operations = await listOperations(user.id);
  const [only] = operations;
  redirect((operations.length === 1 && only ? `/operations/${only.slug}` : "/operations") as Route);
}
