/** Runs once when a web process starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { settleClientAddress } = await import("@/lib/server/settle-client-address");
  const { env } = await import("@/lib/env");
  settleClientAddress(env.TRUSTED_PROXIES);
  const { openProcess } = await import("@/lib/jobs/open-process");
  await openProcess();
}
