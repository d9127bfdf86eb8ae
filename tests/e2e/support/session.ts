import { test as base, expect, type Page } from "@playwright/test";
import { DEMONSTRATION_PASSWORD } from "@/lib/cli/demonstration-accounts.mjs";
import { collectComplaints } from "./collect-complaints";
import { fetchNothingAhead } from "./fetch-nothing-ahead";

export const OPERATION = "/operations/saint-exemple-les-vignes";

export const ROLES = ["agent", "elu", "admin", "participant", "installation"] as const;

export type DemonstrationRole = (typeof ROLES)[number];

/**
 * Where sign-in.setup.ts leaves a role's session: sign-in is rate-limited, so each role signs in once.
 *
 * @param side - Index of the installation; a worker's own by default.
 */
export const sessionFile = (role: DemonstrationRole, side = Number(process.env.TEST_PARALLEL_INDEX)): string =>
  `.data/test-results/session-${side}-${role}.json`;

/** Fills the sign-in form and waits for the first page behind it. */
export async function signIn(page: Page, role: DemonstrationRole | "auditeur"): Promise<void> {
  // A field filled before the page is alive would be emptied again.
  await page.goto("/connexion", { waitUntil: "networkidle" });
  await page.getByLabel("Adresse électronique").fill(`${role}@prorata.example`);
  await page.getByRole("textbox", { name: "Mot de passe" }).fill(DEMONSTRATION_PASSWORD);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await expect(page).not.toHaveURL(/connexion/, { timeout: 15_000 });
}

/** Pages already signed in. Every page must stay free of errors in the browser's console. */
export const test = base.extend<{ role: DemonstrationRole | null; complaints: string[] }>({
  role: ["agent", { option: true }],
  storageState: async ({ role }, use) => {
    await use(role ? sessionFile(role) : { cookies: [], origins: [] });
  },
  page: async ({ page }, use) => {
    await fetchNothingAhead(page);
    await use(page);
  },
  complaints: [
    async ({ page }, use) => {
      const { complaints } = collectComplaints(page);
      await use(complaints);
      expect(complaints, "errors in the browser's console").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
