// npm test: every check and every test from a bare clone, and one closing line. `test.mjs <step> [arguments]`: one step,
// with what it needs.
import "./require-node-version.mjs";
import path from "node:path";
import { journalChildren } from "./child-processes.mjs";
import { CommandError } from "./command-error.mjs";
import { countCheck, describeCounts, sumCounts } from "./count-results.mjs";
import { generateClient } from "./generate-client.mjs";
import { installPackages } from "./install-packages.mjs";
import { releaseProcessRecord, takeProcessRecord, updateProcessRecord } from "./process-record.mjs";
import { DATA } from "./project-paths.mjs";
import { elapsedSince } from "./report-step.mjs";
import { onEnd, runMain } from "./run-main.mjs";
import { stopOrphans } from "./stop-orphans.mjs";
import { TEST_STEPS } from "./test-steps.mjs";

const RECORD = path.join(DATA, "test.json");
const NEEDS = { e2e: ["build"] };

/** @type {{ label: string, elapsed: string, counts: import("./count-results.mjs").Counts }[]} */
const done = [];

await runMain(async () => {
  const [only, ...args] = process.argv.slice(2);
  if (only && !TEST_STEPS[only]) {
    throw new CommandError(`Étape inconnue : ${only}. Étapes : ${Object.keys(TEST_STEPS).join(", ")}.`);
  }
  await takeTurn();
  const isReady = await runStep("Préparation", async () => {
    await installPackages();
    await generateClient();
    return countCheck(0);
  });
  const names = only ? [...(NEEDS[only] ?? []), only] : Object.keys(TEST_STEPS);
  if (isReady) await runSteps(names, only, args);
  return summarize();
});

async function runSteps(names, only, args) {
  const failed = new Set();
  for (const name of names) {
    const { label, run } = TEST_STEPS[name];
    const obstacle = NEEDS[name]?.find((need) => failed.has(need));
    const work = obstacle ? () => skip(obstacle) : () => run(name === only ? args : []);
    if (!(await runStep(label, work))) failed.add(name);
  }
}

/** A failure is counted, and the next step still runs: a lint error must not hide a failing test. */
async function runStep(label, work) {
  const since = performance.now();
  console.info(`\n━━ ${label}`);
  let counts = countCheck(1);
  try {
    counts = await work();
  } catch (error) {
    console.error(error instanceof CommandError ? error.message : error);
  }
  done.push({ label, elapsed: elapsedSince(since), counts });
  return counts.failed === 0;
}

function skip(obstacle) {
  throw new CommandError(`Étape non exécutée : « ${TEST_STEPS[obstacle].label} » a échoué.`);
}

function summarize() {
  const width = Math.max(...done.map(({ label }) => label.length));
  console.info("\n━━ Bilan");
  for (const { label, elapsed, counts } of done) {
    console.info(`  ${label.padEnd(width)}  ${elapsed.padStart(8)}  ${describeCounts(counts)}`);
  }
  const total = sumCounts(done.map(({ counts }) => counts));
  console.info(`\n${describeCounts(total)}`);
  return total.failed === 0 ? 0 : 1;
}

/** One run per checkout: two would share a build folder. */
async function takeTurn() {
  const record = takeProcessRecord(RECORD);
  if (!record.taken) throw new CommandError(`Des tests tournent déjà ici (processus ${record.holder.pid}).`);
  onEnd(() => releaseProcessRecord(RECORD));
  await stopOrphans(record.left);
  journalChildren((children) => updateProcessRecord(RECORD, { children }));
}
