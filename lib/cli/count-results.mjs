import { readFile } from "node:fs/promises";

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 */

/**
 * @param {Counts[]} counts
 * @returns {Counts}
 */
export function sumCounts(counts) {
  const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
  return { passed: sum("passed"), failed: sum("failed"), skipped: sum("skipped") };
}

/**
 * @param {Counts} counts
 * @returns {string} the closing line of `npm test`
 */
export function describeCounts({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/** @param {number} exitCode of a check that passes or fails as a whole */
export const countCheck = (exitCode) => (exitCode === 0 ? count(1, 0) : count(0, 1));

/**
 * @param {string} file what vitest's JSON reporter wrote
 * @param {number} exitCode
 */
export async function countVitest(file, exitCode) {
  const report = await readReport(file);
  return settle(
    count(report.numPassedTests, report.numFailedTests, report.numPendingTests + report.numTodoTests),
    exitCode,
  );
}

/**
 * @param {string} file what Playwright's JSON reporter wrote
 * @param {number} exitCode
 */
export async function countPlaywright(file, exitCode) {
  const { stats = {} } = await readReport(file);
  return settle(count(stats.expected + stats.flaky, stats.unexpected, stats.skipped), exitCode);
}

/** A file that does not load has no failed test, and a runner that dies writes no report: neither may pass. */
function settle(counts, exitCode) {
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

const count = (passed, failed, skipped = 0) => ({ passed: passed || 0, failed: failed || 0, skipped: skipped || 0 });

async function readReport(file) {
  return readFile(file, "utf8").then(JSON.parse, () => ({}));
}
