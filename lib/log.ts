import "server-only";
import pino from "pino";
import { env } from "@/lib/env";

/** Structured logs on standard output; what could be a secret is left out. */
export const log = pino({
  level: env.LOG_LEVEL,
  redact: ["*.authorization", "*.cookie", "*.password", "*.key", "*.token"],
});
