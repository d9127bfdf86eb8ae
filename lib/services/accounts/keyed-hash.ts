import "server-only";
import { createHmac } from "node:crypto";
import { env } from "@/lib/env";

/**
 * HMAC-SHA-256 with the installation's secret: what it was made of cannot be found by trying.
 *
 * @param use - Keeps hashes of different uses apart.
 */
export function keyedHash(use: string, ...parts: readonly string[]): Buffer {
  return createHmac("sha256", env.AUTH_SECRET)
    .update(JSON.stringify([use, ...parts]))
    .digest();
}
