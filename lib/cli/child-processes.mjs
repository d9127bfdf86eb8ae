import { spawn } from "node:child_process";
import { CommandError } from "./command-error.mjs";
import { isStillRunning, processIdentity } from "./process-identity.mjs";

const STOP_TIMEOUT_MS = 10_000;
const KEPT_LINES = 60;

/** @type {Map<import("node:child_process").ChildProcess, { pid: number, identity: string }>} */
const running = new Map();
let isStopping = false;
let writeJournal = (_children) => {};

/**
 * Has the list of children written down at every change, so that after a `kill -9` the next run finds the orphans.
 *
 * @param {(children: { pid: number, identity: string }[]) => void} write
 */
export function journalChildren(write) {
  writeJournal = write;
}

/**
 * Starts a child in a process group of its own: Ctrl-C reaches this process only, which then stops its children in order.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions} options
 */
export function launch(command, args, options = {}) {
  if (isStopping) throw new CommandError("Arrêt demandé.");
  const child = spawn(command, args, { ...options, detached: true });
  const { pid } = child;
  const identity = pid && processIdentity(pid);
  if (pid && identity) running.set(child, { pid, identity });
  writeJournal([...running.values()]);
  child.once("close", () => {
    running.delete(child);
    writeJournal([...running.values()]);
  });
  return child;
}

/**
 * Runs a command to its end. Its output is shown as it comes (`show`), or kept for the message of a failure.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, show?: boolean }} options
 * @returns {Promise<{ code: number, output: string }>} as `waitForEnd` says
 */
export async function runCommand(command, args, { show = false, ...options } = {}) {
  const child = launch(command, args, {
    ...options,
    stdio: ["ignore", show ? "inherit" : "pipe", show ? "inherit" : "pipe"],
  });
  const lines = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text) => {
      lines.push(...text.split("\n").filter(Boolean));
      lines.splice(0, lines.length - KEPT_LINES);
    });
  }
  const code = await waitForEnd(child);
  return { code, output: lines.join("\n") };
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @returns {Promise<number>} its exit code, 1 when a signal ended it; never when all is being stopped: nothing that
 * waits for it may go on then
 */
export function waitForEnd(child) {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      if (!isStopping) resolve(code ?? 1);
    });
  });
}

/**
 * `runCommand` for a command that must succeed.
 *
 * @param {string} failure what could not be done, in French
 * @param {Parameters<typeof runCommand>} command
 */
export async function runOrFail(failure, ...command) {
  const { code, output } = await runCommand(...command);
  if (code !== 0) throw new CommandError(output ? `${output}\n\n${failure}` : failure);
}

/** @param {import("node:child_process").ChildProcess} child */
export async function stopChild(child) {
  const recorded = running.get(child);
  if (recorded) await stopGroup(recorded);
}

export async function stopChildren() {
  isStopping = true;
  await Promise.all([...running.values()].map(stopGroup));
}

/**
 * Asks a process group to end, then ends it.
 *
 * @param {{ pid: number, identity: string }} leader
 */
export async function stopGroup(leader) {
  const deadline = performance.now() + STOP_TIMEOUT_MS;
  signalGroup(leader, "SIGTERM");
  while (isStillRunning(leader) && performance.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, 50));
  signalGroup(leader, "SIGKILL"); // also what the leader left behind in its group
}

function signalGroup({ pid }, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // already gone
  }
}
