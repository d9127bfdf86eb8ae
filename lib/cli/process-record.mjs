import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isStillRunning, processIdentity } from "./process-identity.mjs";

/**
 * @typedef {{ pid: number, identity: string, url?: string, children?: { pid: number, identity: string }[] }} ProcessRecord
 */

/**
 * @param {string} file
 * @returns {ProcessRecord | null}
 */
export function readProcessRecord(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null; // absent, or cut short by a kill: nobody to find in it
  }
}

/**
 * Takes the record for this process, unless the process written there still runs.
 *
 * @param {string} file
 * @returns {{ taken: true, left: ProcessRecord | null } | { taken: false, holder: ProcessRecord }}
 * `left`: what a killed process left behind
 */
export function takeProcessRecord(file) {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o711 });
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, JSON.stringify({ pid: process.pid, identity: processIdentity(process.pid) }), { mode: 0o600 });
  try {
    for (;;) {
      if (linkIfAbsent(mine, file)) return { taken: true, left: null };
      const holder = readProcessRecord(file);
      if (holder && isStillRunning(holder)) return { taken: false, holder };
      if (replaceStale(mine, file, holder)) return { taken: true, left: holder };
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

/**
 * @param {string} file
 * @param {Partial<ProcessRecord>} changes
 */
export function updateProcessRecord(file, changes) {
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, JSON.stringify({ ...readProcessRecord(file), ...changes }), { mode: 0o600 });
  renameSync(mine, file);
}

/** @param {string} file */
export function releaseProcessRecord(file) {
  if (readProcessRecord(file)?.pid === process.pid) rmSync(file, { force: true });
}

/**
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work run by one process at a time
 */
export async function withProcessRecord(file, work) {
  while (!takeProcessRecord(file).taken) await new Promise((resolve) => setTimeout(resolve, 300));
  try {
    return await work();
  } finally {
    releaseProcessRecord(file);
  }
}

function linkIfAbsent(mine, file) {
  try {
    linkSync(mine, file); // atomic, unlike a look followed by a write
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

/** Two processes may find the same dead holder: only the one that moves that very record away goes on. */
function replaceStale(mine, file, holder) {
  const aside = `${mine}.stale`;
  try {
    renameSync(file, aside);
  } catch {
    return false;
  }
  const moved = readProcessRecord(aside);
  const isStale = moved?.pid === holder?.pid && moved?.identity === holder?.identity;
  const linked = linkIfAbsent(isStale ? mine : aside, file);
  rmSync(aside, { force: true });
  return isStale && linked;
}
