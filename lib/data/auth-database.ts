import "server-only";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { prisma } from "./prisma";

/** Users, sessions and API keys of better-auth, on the client everything else uses. */
export const authDatabase = prismaAdapter(prisma, { provider: "postgresql", transaction: true });
