import { rm } from "node:fs/promises";
import path from "node:path";
import { runOrFail } from "./child-processes.mjs";
import { fingerprintFiles } from "./fingerprint-files.mjs";
import { isStamped, writeStamp } from "./fingerprint-stamp.mjs";
import { ROOT } from "./project-paths.mjs";
import { reportStep } from "./report-step.mjs";

/** What a production build is made of. */
export const BUILD_SOURCES = [
  "app",
  "components",
  "lib",
  "prisma",
  "public",
  "instrumentation.ts",
  "next.config.mjs",
  "package.json",
  "proxy.ts",
  "tsconfig.json",
];

/**
 * Builds the application of a folder, unless its last build was made from the same sources.
 *
 * @param {string} directory the project, or a copy of its sources inside it
 */
export async function buildApplication(directory) {
  const stamp = path.join(directory, ".next/prorata-fingerprint");
  const sources = await fingerprintFiles(directory, BUILD_SOURCES);
  const fingerprint = `${sources} ${await fingerprintFiles(ROOT, ["package-lock.json"])}`;
  if (await isStamped(stamp, fingerprint)) return;
  await rm(stamp, { force: true }); // a build cut short is no build
  await reportStep("Construction de l’application (environ une minute)", () =>
    runOrFail(
      "L’application n’a pas pu être construite.",
      process.execPath,
      [path.join(ROOT, "node_modules/next/dist/bin/next"), "build"],
      { cwd: directory, env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" } },
    ),
  );
  await writeStamp(stamp, fingerprint);
}
