import type { NetworkComparison } from "@/lib/domain/tariffs/compare-network-options";
import type { TableStatus } from "./table-cells";

/** Which option of the network tariff is cheaper, in two words. */
export const NETWORK_ADVICE: Readonly<Record<NetworkComparison["advice"], TableStatus>> = {
  shared: { text: "Option moins chère", tone: "success" },
  ordinary: { text: "Option plus chère", tone: "neutral" },
  same: { text: "Le même prix", tone: "neutral" },
  unknown: { text: "Condition à vérifier", tone: "warning" },
  impossible: { text: "Option impossible", tone: "neutral" },
};
