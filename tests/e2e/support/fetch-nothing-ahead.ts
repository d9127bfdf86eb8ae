import type { Page } from "@playwright/test";

/**
 * Lets a page fetch what one goes to, and not ahead of it what it links to: a server does little else while pages follow each
 * other as fast as here. Not by a route of the test's, with which the browser would keep no script.
 */
export async function fetchNothingAhead(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const real = window.fetch;
    window.fetch = async (input, init) =>
      new Headers(init?.headers).has("next-router-prefetch") ? new Response(null, { status: 204 }) : real(input, init);
  });
}
