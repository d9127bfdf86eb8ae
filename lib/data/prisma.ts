import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "@/lib/env";
import { PrismaClient } from "@/lib/generated/prisma/client";

// The dev server reloads modules: keep one pool across reloads.
const store = globalThis as unknown as { prisma?: PrismaClient };

export const prisma =
  store.prisma ??
  new PrismaClient({
    // The pg driver waits for ever by default.
    adapter: new PrismaPg({ connectionString: env.DATABASE_URL, connectionTimeoutMillis: 5_000 }),
  });

if (env.NODE_ENV !== "production") store.prisma = prisma;
