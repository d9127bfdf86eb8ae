import type { Browser, BrowserContextOptions, Page, Response } from "@playwright/test";

export type FirstLoad = {
  /** Scripts that the document itself names, compressed as they travel. [bytes] */
  readonly firstScriptBytes: number;
  /** All scripts until the network is quiet, charts included. [bytes] */
  readonly allScriptBytes: number;
  /** Largest Contentful Paint, from the start of the navigation. [ms] */
  readonly largestPaintMs: number;
};

const SCRIPT_IN_DOCUMENT = /<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+\.js[^"]*)"/g;

/** Opens a page in a browser that keeps nothing from before. */
export async function loadFirst(browser: Browser, context: BrowserContextOptions, path: string): Promise<FirstLoad> {
  const visitor = await browser.newContext(context);
  try {
    const page = await visitor.newPage();
    const scripts: Response[] = [];
    page.on("response", (response) => {
      if (response.request().resourceType() === "script") scripts.push(response);
    });
    const document = await page.goto(path, { waitUntil: "networkidle" });
    if (!document?.ok()) throw new Error(`${path} answers ${document?.status()}`);
    const named = new Set(
      [...(await document.text()).matchAll(SCRIPT_IN_DOCUMENT)].map(
        ([, address = ""]) => new URL(address, page.url()).href,
      ),
    );
    const sized = await Promise.all(
      scripts.map(async (script) => ({
        isNamed: named.has(script.url()),
        bytes: (await script.request().sizes()).responseBodySize,
      })),
    );
    const sum = (each: typeof sized) => each.reduce((total, { bytes }) => total + bytes, 0);
    return {
      firstScriptBytes: sum(sized.filter(({ isNamed }) => isNamed)),
      allScriptBytes: sum(sized),
      largestPaintMs: await readLargestPaint(page),
    };
  } finally {
    await visitor.close();
  }
}

function readLargestPaint(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN)).observe({
          type: "largest-contentful-paint",
          buffered: true,
        });
      }),
  );
}
