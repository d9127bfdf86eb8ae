import { test } from "@playwright/test";
import { ROLES, sessionFile, signIn } from "./support/session";

const SIDES = process.env.E2E_BASE_URLS?.split(" ") ?? [];

for (const [side, baseURL] of SIDES.entries()) {
  test.describe(`installation ${side + 1}`, () => {
    test.use({ baseURL });
    for (const role of ROLES) {
      test(`${role} signs in`, async ({ page }) => {
        await signIn(page, role);
        await page.context().storageState({ path: sessionFile(role, side) });
      });
    }
  });
}
