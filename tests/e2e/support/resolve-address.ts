import type { Page } from "@playwright/test";

// Where the link to it is, and what the link says.
const LISTED: Readonly<Record<string, { readonly list: string; readonly link: RegExp }>> = {
  "[participant]": { list: "/mon-espace", link: /Commune/ },
  "[collectivite]": { list: "/installation/collectivites", link: /Saint-Exemple/ },
};

/** An address whose ids in brackets are looked up on the screen that lists them, as the page's caller sees it. */
export async function resolveAddress(page: Page, path: string): Promise<string> {
  const [placeholder = ""] = /\[\w+\]/.exec(path) ?? [];
  const listed = LISTED[placeholder];
  if (!listed) return path;
  await page.goto(listed.list);
  const href = await page.getByRole("link", { name: listed.link }).first().getAttribute("href");
  return path.replace(placeholder, href?.split("/").at(-1) ?? "");
}
