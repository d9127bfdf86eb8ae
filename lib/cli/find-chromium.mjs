import { access, constants, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { runCommand } from "./child-processes.mjs";
import { CommandError } from "./command-error.mjs";
import { reportStep } from "./report-step.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const APPLICATIONS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * The browser of the tests: the one asked for, the system's, Playwright's, or one installed now where that is possible.
 *
 * @returns {Promise<string>} path of the executable
 */
export async function findChromium() {
  return (
    (process.env.CHROMIUM_PATH || (await findInSystem())) ??
    (await findPlaywrights()) ??
    (await installFromDebian()) ??
    fail()
  );
}

async function findInSystem() {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const candidates = [...NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))), ...APPLICATIONS];
  for (const candidate of candidates) {
    const isExecutable = await access(candidate, constants.X_OK).then(
      () => true,
      () => false,
    );
    // Ubuntu's `chromium-browser` may be a mere invitation to install a snap.
    if (isExecutable && (await runCommand(candidate, ["--version"])).code === 0) return candidate;
  }
  return null;
}

async function findPlaywrights() {
  const { chromium } = createRequire(import.meta.url)("@playwright/test"); // installed only a moment ago on a bare clone
  const executable = chromium.executablePath();
  return (await stat(executable).catch(() => null)) ? executable : null;
}

async function installFromDebian() {
  const hasApt = await stat("/usr/bin/apt-get").catch(() => null);
  if (process.getuid?.() !== 0 || !hasApt) return null;
  return reportStep("Installation du navigateur Chromium pour les tests", async () => {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    await runCommand("apt-get", ["update"], { env });
    await runCommand("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], { env });
    return findInSystem();
  });
}

function fail() {
  throw new CommandError(
    "Aucun navigateur pour les tests : installez Chromium ou Chrome, lancez `npx playwright install chromium`,\n" +
      "ou donnez le chemin d’un navigateur dans CHROMIUM_PATH.",
  );
}
