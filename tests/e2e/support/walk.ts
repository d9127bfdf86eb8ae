import { test as base, expect, type Page } from "@playwright/test";
import { collectComplaints } from "./collect-complaints";
import { fetchNothingAhead } from "./fetch-nothing-ahead";
import { type DemonstrationRole, sessionFile } from "./session";

type Caller = DemonstrationRole | null;

/** Screens that are only looked at share a page for each caller, and with it a session and the scripts that a browser keeps. */
export const test = base.extend<
  { caller: Caller; walkPage: Page; complaints: string[] },
  { pageOf: (caller: Caller) => Promise<Page> }
>({
  caller: ["agent", { option: true }],
  pageOf: [
    async ({ browser }, use, { project }) => {
      const { baseURL, locale, timezoneId } = project.use;
      const options = Object.entries({ baseURL, locale, timezoneId }).filter(([, value]) => value !== undefined);
      const open = async (caller: Caller) => {
        const session = caller && { storageState: sessionFile(caller) };
        const page = await (await browser.newContext({ ...Object.fromEntries(options), ...session })).newPage();
        await fetchNothingAhead(page);
        return page;
      };
      const pages = new Map<Caller, Promise<Page>>();
      await use((caller) => {
        const page = pages.get(caller) ?? open(caller);
        pages.set(caller, page);
        return page;
      });
      for (const page of pages.values()) await (await page).context().close();
    },
    { scope: "worker" },
  ],
  walkPage: async ({ pageOf, caller }, use) => {
    await use(await pageOf(caller));
  },
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
