const seconds = new Intl.NumberFormat("fr-FR", { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** @param {number} since a `performance.now()` */
export const elapsedSince = (since) => `${seconds.format((performance.now() - since) / 1000)} s`;

/**
 * Says in French what is being done, does it, and says how long it took.
 *
 * @template T
 * @param {string} label
 * @param {() => Promise<T>} work
 */
export async function reportStep(label, work) {
  const since = performance.now();
  console.info(`→ ${label}…`);
  const result = await work();
  console.info(`  fait en ${elapsedSince(since)}`);
  return result;
}
