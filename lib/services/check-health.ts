import "server-only";
import { type Health, isTrailProtected, readHealth } from "@/lib/data/health";
import { hasUnbelievedProxy } from "@/lib/services/instance/unbelieved-proxy";

/** What an installation works without, and should not. */
export type HealthWarning = "AUDIT_TRAIL_NOT_PROTECTED" | "PROXY_NOT_TRUSTED";

export async function checkHealth(): Promise<{
  readonly isWell: boolean;
  readonly checks: Health;
  readonly warnings: readonly HealthWarning[];
}> {
  const checks = await readHealth();
  const isWell = Object.values(checks).every(Boolean);
  return { isWell, checks, warnings: isWell ? await listHealthWarnings() : [] };
}

/** For who looks after the installation. */
export async function listHealthWarnings(): Promise<readonly HealthWarning[]> {
  return [
    ...((await isTrailProtected()) ? [] : (["AUDIT_TRAIL_NOT_PROTECTED"] as const)),
    ...(hasUnbelievedProxy() ? (["PROXY_NOT_TRUSTED"] as const) : []),
  ];
}
