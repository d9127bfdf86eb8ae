import { execFile } from "node:child_process";
import { readdir, readFile, readlink } from "node:fs/promises";
import { promisify } from "node:util";

const LISTENING = "0A"; // TCP_LISTEN in /proc/net/tcp

/**
 * @param {number} port
 * @returns {Promise<string | null>} in French, null when the system does not tell
 */
export async function describePortHolder(port) {
  const holder = process.platform === "linux" ? await holderFromProc(port) : await holderFromLsof(port);
  return holder && `« ${holder.command} » (processus ${holder.pid})`;
}

async function holderFromProc(port) {
  const sockets = await listeningSockets(port);
  if (sockets.size === 0) return null;
  for (const pid of (await readdir("/proc")).filter((name) => /^\d+$/.test(name))) {
    const links = await readdir(`/proc/${pid}/fd`).catch(() => []); // another user's, or just ended
    for (const link of links) {
      if (!sockets.has(await readlink(`/proc/${pid}/fd/${link}`).catch(() => ""))) continue;
      const words = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
      return { pid, command: words.split("\0").join(" ").trim().slice(0, 80) };
    }
  }
  return null;
}

async function listeningSockets(port) {
  const hexPort = port.toString(16).toUpperCase().padStart(4, "0");
  const tables = await Promise.all(
    ["/proc/net/tcp", "/proc/net/tcp6"].map((file) => readFile(file, "utf8").catch(() => "")),
  );
  const rows = tables.flatMap((table) => table.split("\n").slice(1)).map((line) => line.trim().split(/\s+/));
  const listening = rows.filter(([, local, , state]) => state === LISTENING && local?.endsWith(`:${hexPort}`));
  return new Set(listening.map((row) => `socket:[${row[9]}]`));
}

async function holderFromLsof(port) {
  try {
    const { stdout } = await promisify(execFile)("lsof", ["-nP", `-iTCP:${port}`, "-sTCP:LISTEN", "-Fpc"]);
    return { pid: stdout.match(/^p(\d+)/m)?.[1], command: stdout.match(/^c(.+)/m)?.[1] };
  } catch {
    return null;
  }
}
