import "server-only";
import { env } from "@/lib/env";

/** Whether this installation shows the demonstration and says so. */
export function isDemonstration(): boolean {
  return env.DEMONSTRATION;
}
