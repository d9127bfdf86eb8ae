import { runOrFail } from "./child-processes.mjs";
import { NO_OWNER } from "./no-owner.mjs";
import { ROOT } from "./project-paths.mjs";

/**
 * Loads the demonstration into an empty database; the script itself leaves any other one alone.
 *
 * @param {NodeJS.ProcessEnv} env that of the application
 */
export async function loadDemonstration(env) {
  await runOrFail(
    "La démonstration n’a pas pu être chargée.",
    process.execPath,
    ["--import", "tsx", "--conditions=react-server", "prisma/seed.ts"],
    { cwd: ROOT, env: { ...env, ...NO_OWNER }, show: true },
  );
}
