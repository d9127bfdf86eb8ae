import type { ConsoleMessage, Page } from "@playwright/test";

/** What a page says in the browser's console that it should not, from now on until it is listened to no longer. */
export function collectComplaints(page: Page): { readonly complaints: string[]; readonly stop: () => void } {
  const complaints: string[] = [];
  const onError = (error: Error) => complaints.push(error.message);
  const onConsole = (message: ConsoleMessage) => {
    if (message.type() === "error") complaints.push(`${message.text()} ${message.location().url}`);
  };
  page.on("pageerror", onError);
  page.on("console", onConsole);
  const stop = () => {
    page.off("pageerror", onError);
    page.off("console", onConsole);
  };
  return { complaints, stop };
}
