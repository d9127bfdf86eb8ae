import "server-only";
import { prisma } from "./prisma";
import type { AuthorizedClimatePlanId } from "./scope";

/** Somebody who belongs to a collectivity. */
export type Member = { readonly userId: string; readonly name: string };

/** Who belongs to a collectivity, by name. */
export async function listMembers(collectivityId: AuthorizedClimatePlanId): Promise<readonly Member[]> {
  const rows = await prisma.membership.findMany({
    where: { collectivityId },
    orderBy: [{ user: { name: "asc" } }, { userId: "asc" }],
    select: { userId: true, user: { select: { name: true } } },
  });
  return rows.map(({ userId, user }) => ({ userId, name: user.name }));
}
