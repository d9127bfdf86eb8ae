import "server-only";
import { env } from "@/lib/env";
import type { DsoApi } from "@/lib/gateways/dso-api/dso-api";
import { openDsoApi } from "@/lib/gateways/dso-api/open-dso-api";

const TIMEOUT_MS = 30_000;
const TOKEN_PATH = "/oauth2/v3/token";

// Not on globalThis: pages and jobs are bundled apart, and an error that one copy of the gateway throws is no
// DsoApiError to the other. Only jobs ask, so that its quotas are counted once.
let opened: DsoApi | null = null;

/** The DSO's interface as this installation is set up to ask it; null when it is not. */
export function configuredDsoApi(): DsoApi | null {
  if (env.DSO_API_URL === "") return null;
  opened ??= openDsoApi({
    baseUrl: env.DSO_API_URL.replace(/\/+$/, ""),
    clientId: env.DSO_API_CLIENT_ID,
    clientSecret: env.DSO_API_CLIENT_SECRET,
    tokenPath: env.DSO_API_TOKEN_PATH || TOKEN_PATH,
    energyPaths: { consumer: env.DSO_API_CONSUMER_PATH, producer: env.DSO_API_PRODUCER_PATH || null },
    datePattern: env.DSO_API_DATE_FORMAT,
    isEndIncluded: env.DSO_API_END_INCLUDED,
    callsPerSecond: env.DSO_API_CALLS_PER_SECOND,
    callsPerHour: env.DSO_API_CALLS_PER_HOUR,
    timeoutMs: TIMEOUT_MS,
  });
  return opened;
}
