import "server-only";
import { type Health, readHealth } from "@/lib/data/health";

export async function checkHealth(): Promise<{ readonly isWell: boolean; readonly checks: Health }> {
  const checks = await readHealth();
  return { isWell: Object.values(checks).every(Boolean), checks };
}
