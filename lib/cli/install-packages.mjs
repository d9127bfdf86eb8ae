import { readFile } from "node:fs/promises";
import path from "node:path";
import { runCommand, runOrFail } from "./child-processes.mjs";
import { CommandError } from "./command-error.mjs";
import { fingerprintFiles } from "./fingerprint-files.mjs";
import { isStamped, writeStamp } from "./fingerprint-stamp.mjs";
import { isStillRunning } from "./process-identity.mjs";
import { readProcessRecord, withProcessRecord } from "./process-record.mjs";
import { DATA, ROOT, START_RECORD } from "./project-paths.mjs";
import { reportStep } from "./report-step.mjs";

const STAMP = path.join(ROOT, "node_modules/.prorata-lock");

/** Installs the locked packages when they are missing or when the lock changed. */
export async function installPackages() {
  await withProcessRecord(path.join(DATA, "install.json"), async () => {
    const fingerprint = await fingerprintFiles(ROOT, ["package.json", "package-lock.json"]);
    if ((await isStamped(STAMP, fingerprint)) || (await isLockInstalled(ROOT))) return;
    refuseUnderRunningStart();
    await reportStep("Installation des paquets verrouillés (une à deux minutes la première fois)", install);
    await writeStamp(STAMP, fingerprint);
  });
}

/**
 * Whether the packages that npm recorded as installed are those of the lock, whoever installed them.
 *
 * @param {string} root
 */
export async function isLockInstalled(root) {
  const [lock, installed] = await Promise.all(
    ["package-lock.json", "node_modules/.package-lock.json"].map((name) =>
      readFile(path.join(root, name), "utf8").then(JSON.parse, () => null),
    ),
  );
  if (!lock || !installed) return false;
  return Object.entries(lock.packages).every(([name, wanted]) => {
    const present = installed.packages[name];
    if (name === "") return true; // the project itself
    return present ? present.version === wanted.version : wanted.optional === true; // of another platform
  });
}

async function install() {
  // NODE_ENV=production in the environment would leave out what the build needs.
  const env = { ...process.env, NODE_ENV: undefined };
  const locked = await runCommand("npm", ["ci", "--include=dev", "--no-audit", "--no-fund"], { cwd: ROOT, env });
  if (locked.code === 0) return;
  console.info("  le registre n’a pas tous les paquets verrouillés : installation au plus près");
  await runOrFail(
    "Les paquets n’ont pas pu être installés. Vérifiez l’accès au registre npm, puis relancez.",
    "npm",
    ["install", "--no-save", "--include=dev", "--no-audit", "--no-fund"],
    { cwd: ROOT, env },
  );
}

function refuseUnderRunningStart() {
  const start = readProcessRecord(START_RECORD);
  if (start && start.pid !== process.pid && isStillRunning(start)) {
    throw new CommandError(
      "Les paquets ont changé, mais `npm start` s’en sert en ce moment : arrêtez-le (Ctrl-C), puis relancez.",
    );
  }
}
