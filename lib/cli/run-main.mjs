import { stopChildren } from "./child-processes.mjs";
import { CommandError } from "./command-error.mjs";

const SIGNAL_NUMBERS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };

/** @type {(() => Promise<void> | void)[]} */
const cleanups = [];
let ending = false;
let isServing = false;

/**
 * @param {() => Promise<void> | void} cleanup run at the end, however it comes; the last registered runs first
 */
export function onEnd(cleanup) {
  cleanups.push(cleanup);
}

/** From now on a signal is the expected end: exit code 0. */
export function markServing() {
  isServing = true;
}

/**
 * Runs a command's work, stops what it started, and exits. npm passes on the Ctrl-C that the terminal already sent:
 * a second signal changes nothing, each part of the stop has its own time limit.
 *
 * @param {() => Promise<number>} main gives the exit code
 */
export async function runMain(main) {
  for (const [signal, number] of Object.entries(SIGNAL_NUMBERS)) {
    process.on(signal, () => {
      if (ending) return;
      console.info("\nArrêt en cours…");
      void end(isServing ? 0 : 128 + number, "Arrêté.");
    });
  }
  process.stdout.on("error", () => {}); // the terminal may be gone before the database is stopped
  process.stderr.on("error", () => {});
  try {
    await end(await main());
  } catch (error) {
    if (ending) return; // interrupted work fails: that is no news
    console.error(`\n${error instanceof CommandError ? error.message : (error.stack ?? error)}`);
    await end(1);
  }
}

async function end(code, lastWords) {
  if (ending) return;
  ending = true;
  await stopChildren();
  for (const cleanup of cleanups.reverse()) {
    try {
      await cleanup();
    } catch (error) {
      console.error(error.message); // the others still have to run
    }
  }
  if (lastWords) console.info(lastWords);
  process.exit(code);
}
