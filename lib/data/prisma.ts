import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "@/lib/env";
import { PrismaClient } from "@/lib/generated/prisma/client";
import { CONNECTION } from "./connection";

// The dev server reloads modules: keep one pool across reloads.
const store = globalThis as unknown as { prisma?: PrismaClient };

// A busy machine makes a writer wait; by default he would be refused after two seconds.
const PATIENCE = { maxWait: 10_000, timeout: 30_000 };

export const prisma =
  store.prisma ?? new PrismaClient({ adapter: new PrismaPg(CONNECTION), transactionOptions: PATIENCE });

if (env.NODE_ENV !== "production") store.prisma = prisma;
