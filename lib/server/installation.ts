import "server-only";
import { env } from "@/lib/env";

/** Whether this installation shows the demonstration and says so. */
export function isDemonstration(): boolean {
  return env.DEMONSTRATION;
}

/** The background of maps, off when the template is empty, and whom it is due to. */
export const MAP_TILES = { template: env.MAP_TILES_URL, credit: env.MAP_TILES_CREDIT };

/** Whether participants can be written to by e-mail; else letters are printed. */
export function isMailOn(): boolean {
  return env.MAIL !== null;
}

/** What the provider of single sign-on is called, « ProConnect »; null when there is none. */
export function singleSignOnLabel(): string | null {
  return env.OIDC?.label ?? null;
}
