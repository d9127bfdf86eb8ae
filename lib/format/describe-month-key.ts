import type { TableStatus } from "./table-cells";

type Standing = "to_make" | "draft" | "sent" | "accepted" | "refused";

const STANDINGS: Readonly<Record<Standing, TableStatus>> = {
  to_make: { text: "à préparer", tone: "warning" },
  draft: { text: "brouillon", tone: "warning" },
  sent: { text: "notifiée", tone: "info" },
  accepted: { text: "acceptée", tone: "success" },
  refused: { text: "refusée par le gestionnaire", tone: "danger" },
};

/**
 * Where the key of a month stands, in a word.
 *
 * @param isLate - Nothing was notified within the delay.
 */
export function describeMonthKey(standing: Standing, isLate: boolean): TableStatus {
  if (!isLate) return STANDINGS[standing];
  const isSent = standing !== "to_make" && standing !== "draft";
  return isSent
    ? { text: "notifiée hors délai : clé par défaut", tone: "danger" }
    : { text: "non notifiée : clé par défaut", tone: "danger" };
}
