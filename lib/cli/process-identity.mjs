import { execFileSync } from "node:child_process";
import { readFileSync, readlinkSync, realpathSync } from "node:fs";

/**
 * What tells a process from a later one with the same number (containers reuse them at once): its start time,
 * with the boot it belongs to. `null` when no such process runs.
 *
 * @param {number} pid
 * @returns {string | null}
 */
export function processIdentity(pid) {
  return process.platform === "linux" ? identityFromProc(pid) : identityFromPs(pid);
}

/**
 * @param {{ pid: number, identity: string } | null | undefined} recorded
 * @returns {boolean} whether that very process still runs
 */
export function isStillRunning(recorded) {
  return recorded != null && processIdentity(recorded.pid) === recorded.identity;
}

/**
 * @param {number} pid
 * @param {string} directory
 * @returns {boolean} whether that process works in that folder; where the system does not tell, whether it is PostgreSQL
 */
export function isRunningIn(pid, directory) {
  try {
    if (process.platform === "linux") return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(directory);
    return execFileSync("ps", ["-o", "comm=", "-p", String(pid)], { encoding: "utf8" }).includes("postgres");
  } catch {
    return false;
  }
}

function identityFromProc(pid) {
  try {
    // The command's name, second, is in parentheses and may hold anything: count from the last one.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    const [state, startTicks] = [fields[0], fields[19]];
    if (state === "Z") return null;
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()} ${startTicks}`;
  } catch {
    return null;
  }
}

function identityFromPs(pid) {
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || null;
  } catch {
    return null;
  }
}
