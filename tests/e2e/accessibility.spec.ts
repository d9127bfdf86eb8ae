import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { SCREENS } from "./support/screens";
import { expect, signIn, test } from "./support/session";
import { test as walk } from "./support/walk";

const COMPUTER = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };
// What a colour scheme or a width alone can break: the other rules have seen the same elements.
const LOOKS = ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"];

const SETTINGS = [
  { name: "clair, ordinateur", colorScheme: "light", viewport: COMPUTER, rules: "all" },
  { name: "sombre, ordinateur", colorScheme: "dark", viewport: COMPUTER, rules: LOOKS },
  { name: "sombre, téléphone", colorScheme: "dark", viewport: PHONE, rules: "all" },
  { name: "clair, téléphone", colorScheme: "light", viewport: PHONE, rules: LOOKS },
] as const;

for (const [screen, path] of SCREENS) {
  walk(`${screen} has no accessibility violation and never scrolls sideways`, async ({ walkPage: page }) => {
    await wear(page, SETTINGS[0]);
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.waitForLoadState("networkidle"); // charts come after the page
    for (const setting of SETTINGS) {
      await walk.step(setting.name, async () => {
        await wear(page, setting);
        await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", setting.colorScheme);
        await settle(page);
        expect.soft(await listViolations(page, setting.rules)).toEqual([]);
        expect.soft(await page.evaluate(overflowPx)).toBe(0);
      });
    }
  });
}

test.describe("not signed in", () => {
  test.use({ role: null });
  test("the sign-in page has no accessibility violation", async ({ page }) => {
    await page.goto("/connexion");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await listViolations(page)).toEqual([]);
  });
});

test.describe("for an administrator", () => {
  test.use({ role: null });
  test("the journal and the consultations have no accessibility violation", async ({ page }) => {
    await signIn(page, "admin");
    await page.waitForLoadState("networkidle");
    for (const [path, caption] of [
      ["/journal", "Journal de"],
      ["/journal/consultations", "Consultations de"],
    ] as const) {
      await page.goto(path, { waitUntil: "networkidle" });
      await expect(page.getByRole("table", { name: caption })).toBeVisible();
      expect(await listViolations(page)).toEqual([]);
    }
  });
});

async function wear(page: Page, { colorScheme, viewport }: (typeof SETTINGS)[number]): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize(viewport);
}

/** Lets the page be drawn again, and every colour on its way to another arrive. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const isDrawn = () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    await isDrawn();
    for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
    await isDrawn();
  });
}

async function listViolations(page: Page, rules: "all" | readonly string[] = "all"): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] });
  if (rules !== "all") axe.withRules([...rules]);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

const overflowPx = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
