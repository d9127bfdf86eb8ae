import "server-only";
import { env } from "@/lib/env";

/**
 * How the connections of both drivers are opened.
 *
 * In UTC, whatever the server is set to: Prisma's adapter drops the offset of the instants it reads.
 */
export const CONNECTION = {
  connectionString: env.DATABASE_URL,
  connectionTimeoutMillis: 5_000, // they wait for ever by default
  options: "-c TimeZone=UTC",
} as const;
