import { type Browser, test as base, expect, type Page } from "@playwright/test";
import { DEMONSTRATION_PASSWORD } from "@/lib/cli/demonstration-accounts.mjs";

export const OPERATION = "/operations/saint-exemple-les-vignes";

export type DemonstrationRole = "admin" | "agent" | "elu";

/** Fills the sign-in form and waits for the first page behind it. */
export async function signIn(page: Page, role: DemonstrationRole): Promise<void> {
  await page.goto("/connexion");
  await page.getByLabel("Adresse électronique").fill(`${role}@prorata.example`);
  await page.getByRole("textbox", { name: "Mot de passe" }).fill(DEMONSTRATION_PASSWORD);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await expect(page).not.toHaveURL(/connexion/);
}

type SessionState = Awaited<ReturnType<Awaited<ReturnType<Browser["newContext"]>>["storageState"]>>;

// Sign-in is rate-limited: once for each role in a worker.
const sessions = new Map<DemonstrationRole, SessionState>();

/** Pages already signed in. Every page must stay free of errors in the browser's console. */
export const test = base.extend<{ role: DemonstrationRole; complaints: string[] }>({
  role: ["agent", { option: true }],
  storageState: async ({ browser, role, baseURL }, use) => {
    let state = sessions.get(role);
    if (!state) {
      const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), storageState: undefined });
      await signIn(await context.newPage(), role);
      state = await context.storageState();
      sessions.set(role, state);
      await context.close();
    }
    await use(state);
  },
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("console", (message) => {
        if (message.type() === "error") complaints.push(message.text());
      });
      await use(complaints);
      expect(complaints, "errors in the browser's console").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
