import { spawn } from "node:child_process";
import { chown, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { CommandError } from "./command-error.mjs";
import { findFreePort, isPortFree } from "./network-port.mjs";
import { findPostgresBinaries } from "./postgres-binaries.mjs";
import { isRunningIn } from "./process-identity.mjs";
import { onEnd } from "./run-main.mjs";
import { storedSecret } from "./stored-secret.mjs";

const OWNER = "prorata";
const APPLICATION = "prorata_app";
const INITDB_FLAGS = ["--encoding=UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=fr-FR"];
const THROW_AWAY_SETTINGS = ["fsync=off", "full_page_writes=off", "synchronous_commit=off"];

/**
 * Of one database: as the application, and as the owner of its tables, who migrates. Deploying makes the application's
 * user, in a cluster of an older version too.
 *
 * @typedef {{ DATABASE_URL: string, DATABASE_OWNER_URL: string }} Addresses
 */

/**
 * Starts a PostgreSQL of our own on the loopback address, making its data folder at the first time. A server that
 * outlived a killed process is taken over. It is stopped when this process ends.
 *
 * @param {{ name: string, isThrowAway?: boolean }} options `name`: of the data folder, in `.data` where possible
 * @returns {Promise<{ addresses: (database: string) => Addresses }>}
 */
export async function startPostgresCluster({ name, isThrowAway = false }) {
  const binaries = await findPostgresBinaries();
  const cluster = { ...binaries, isThrowAway, directory: path.join(binaries.home, name) };
  if (isThrowAway) await stopPostgresCluster(cluster); // what a killed run left
  const password = await storedSecret(`${cluster.directory}.password`);
  const starting = initialise(cluster).then(() => start(cluster));
  onEnd(async () => {
    await starting.catch(() => {}); // a stop in the middle of a start would miss the server
    await stopPostgresCluster(cluster);
  });
  return addressesOf(cluster.directory, await starting, password);
}

async function addressesOf(directory, port, ownerPassword) {
  const password = await storedSecret(`${directory}.application-password`);
  const addressOf = (user, secret, database) => `postgresql://${user}:${secret}@127.0.0.1:${port}/${database}`;
  return {
    addresses: (database) => ({
      DATABASE_URL: addressOf(APPLICATION, password, database),
      DATABASE_OWNER_URL: addressOf(OWNER, ownerPassword, database),
    }),
  };
}

/**
 * The cluster another command made: as it is while it runs, else started and stopped with this process.
 *
 * @param {string} name of the data folder
 * @returns {Promise<{ addresses: (database: string) => Addresses } | null>} null when it was never made
 */
export async function joinPostgresCluster(name) {
  const { home } = await findPostgresBinaries();
  const directory = path.join(home, name);
  if (!(await stat(path.join(directory, "PG_VERSION")).catch(() => null))) return null;
  const server = await readServer({ directory });
  if (server?.status !== "ready") return startPostgresCluster({ name });
  return addressesOf(directory, server.port, await storedSecret(`${directory}.password`));
}

/** @param {{ bin: string, account: object, directory: string, isThrowAway?: boolean }} cluster */
export async function stopPostgresCluster(cluster) {
  if (await readServer(cluster)) {
    const stop = (mode) => pgCtl(cluster, ["stop", "--mode", mode, "--wait", "--timeout", "20"]);
    const fast = cluster.isThrowAway ? "immediate" : "fast";
    if ((await stop(fast)).code !== 0) await stop("immediate"); // crash recovery at the next start
  }
  if (!cluster.isThrowAway) return;
  await rm(cluster.directory, { recursive: true, force: true });
  await rm(`${cluster.directory}.password`, { force: true });
  await rm(`${cluster.directory}.application-password`, { force: true });
}

async function initialise(cluster) {
  const { directory, account } = cluster;
  if (await stat(path.join(directory, "PG_VERSION")).catch(() => null)) return;
  const part = `${directory}.part`; // so that a folder cut short is never taken for a database
  const passwordFile = `${directory}.pwfile`;
  await rm(part, { recursive: true, force: true });
  await mkdir(part, { mode: 0o700 });
  await writeFile(passwordFile, await readFile(`${directory}.password`), { mode: 0o600 });
  if (account.uid !== undefined) {
    await chown(part, account.uid, account.gid);
    await chown(passwordFile, account.uid, account.gid);
  }
  const { code, output } = await runBinary(cluster, "initdb", [
    `--pgdata=${part}`,
    `--username=${OWNER}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    ...INITDB_FLAGS,
    ...(cluster.isThrowAway ? ["--no-sync"] : []),
  ]);
  await rm(passwordFile, { force: true });
  if (code !== 0) throw new CommandError(`${output}\nLa base de données embarquée n’a pas pu être créée.`);
  await rename(part, directory);
}

async function start(cluster) {
  const server = await readServer(cluster);
  if (server?.status === "ready") return server.port;
  if (server) await pgCtl(cluster, ["stop", "--mode", "fast", "--wait", "--timeout", "30"]);
  const portFile = `${cluster.directory}.port`;
  const remembered = Number(await readFile(portFile, "utf8").catch(() => 0));
  const port = remembered && (await isPortFree(remembered)) ? remembered : await findFreePort();
  const settings = [
    `port=${port}`,
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    ...(cluster.isThrowAway ? THROW_AWAY_SETTINGS : []),
  ];
  const log = path.join(cluster.directory, "server.log");
  const options = settings.map((setting) => `-c ${setting}`).join(" ");
  const { code, output } = await pgCtl(cluster, ["start", "--wait", "--timeout", "120", "--log", log, "-o", options]);
  if (code !== 0) throw new CommandError(await startFailure(cluster, output, log));
  if (!cluster.isThrowAway) await writeFile(portFile, String(port));
  return port;
}

async function startFailure({ directory, bin }, output, log) {
  const version = (await readFile(path.join(directory, "PG_VERSION"), "utf8")).trim();
  const lines = (await readFile(log, "utf8").catch(() => output)).trim().split("\n").slice(-12).join("\n");
  return `${lines}\nLa base de données embarquée (${directory}, PostgreSQL ${version}, ${bin}) n’a pas démarré.`;
}

/** What postmaster.pid says of a living server; a file left by a killed one goes away. */
async function readServer({ directory }) {
  const file = path.join(directory, "postmaster.pid");
  const lines = (await readFile(file, "utf8").catch(() => "")).split("\n").map((line) => line.trim());
  const pid = Number(lines[0]);
  if (!pid) return null;
  // PostgreSQL itself would refuse to start if another process had that number by now; it works in its data folder.
  if (isRunningIn(pid, directory)) return { port: Number(lines[3]), status: lines[7] };
  await rm(file, { force: true });
  return null;
}

const pgCtl = (cluster, args) => runBinary(cluster, "pg_ctl", [...args, "--pgdata", cluster.directory]);

async function runBinary({ bin, account }, name, args) {
  // Not among the children that a stop ends: cut short, it would leave a server nobody knows of.
  const child = spawn(path.join(bin, name), args, {
    ...account,
    detached: true,
    cwd: "/",
    env: { ...process.env, LC_ALL: "C" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = [];
  child.stdout?.on("data", (text) => output.push(text));
  child.stderr?.on("data", (text) => output.push(text));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? 1, output: Buffer.concat(output).toString() }));
  });
}
