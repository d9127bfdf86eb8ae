import { test } from "@playwright/test";
import { ROLES, sessionFile, signIn } from "./support/session";

for (const role of ROLES) {
  test(`${role} signs in`, async ({ page }) => {
    await signIn(page, role);
    await page.context().storageState({ path: sessionFile(role) });
  });
}
