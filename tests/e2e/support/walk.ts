import { test as base, expect, type Page } from "@playwright/test";
import { collectComplaints } from "./collect-complaints";
import { sessionFile } from "./session";

/** Screens that are only looked at share a page, and with it a session and the scripts that a browser keeps. */
export const test = base.extend<{ complaints: string[] }, { walkPage: Page }>({
  walkPage: [
    async ({ browser }, use, { project }) => {
      const { baseURL, locale, timezoneId } = project.use;
      const options = Object.entries({ baseURL, locale, timezoneId }).filter(([, value]) => value !== undefined);
      const context = await browser.newContext({ ...Object.fromEntries(options), storageState: sessionFile("agent") });
      const page = await context.newPage();
      // Pages fetch ahead what they link to, and nobody goes there.
      await page.route(/[?&]_rsc=/, (route) => route.fulfill({ status: 204 }));
      await use(page);
      await context.close();
    },
    { scope: "worker" },
  ],
  complaints: [
    async ({ walkPage }, use) => {
      const { complaints, stop } = collectComplaints(walkPage);
      await use(complaints);
      stop();
      expect(complaints, "errors in the browser's console").toEqual([]);
    },
    { auto: true },
  ],
});
