import "server-only";
import { prisma } from "./prisma";

/** Whether an account exists and opens something: a deactivated one opens nothing. */
export async function isActiveUser(userId: string): Promise<boolean> {
  const user = await prisma.user.findUnique({ where: { id: userId }, select: { deactivatedAt: true } });
  return user !== null && user.deactivatedAt === null;
}
