import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { resolveAddress } from "./support/resolve-address";
import { SCREENS, SCREENS_OF_OTHERS } from "./support/screens";
import { expect } from "./support/session";
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

for (const [screen, path] of SCREENS) walkThrough(screen, path);

for (const caller of new Set(SCREENS_OF_OTHERS.map(([of]) => of))) {
  walk.describe(caller ?? "not signed in", () => {
    walk.use({ caller });
    for (const [of, screen, path] of SCREENS_OF_OTHERS) if (of === caller) walkThrough(screen, path);
  });
}

function walkThrough(screen: string, path: string): void {
  walk(`${screen} has no accessibility violation and never scrolls sideways`, async ({ walkPage: page }) => {
    await wear(page, SETTINGS[0]);
    const address = await resolveAddress(page, path);
    await page.goto(address);
    expect(new URL(page.url()).pathname).toContain(address.split("?")[0]); // not sent elsewhere
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
  expect(page.frames()).toHaveLength(1);
  // Without frames all of it is in the page; else each look would open another page to gather its answers in.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode();
  if (rules !== "all") axe.withRules([...rules]);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

const overflowPx = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
