import { stopGroup } from "./child-processes.mjs";
import { isStillRunning } from "./process-identity.mjs";

/**
 * Stops what a killed run left running: its web server still holds the port, its build still writes.
 *
 * @param {import("./process-record.mjs").ProcessRecord | null} record
 */
export async function stopOrphans(record) {
  const orphans = (record?.children ?? []).filter(isStillRunning);
  if (orphans.length > 0) console.info("→ Arrêt de ce qu’un démarrage interrompu a laissé tourner…");
  await Promise.all(orphans.map(stopGroup));
}
