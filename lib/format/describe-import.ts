import type { FileOutcome } from "@/lib/domain/measures/import-report";
import type { EnergyQuantity } from "@/lib/domain/series/energy-quantity";
import type { TableStatus } from "./table-cells";

type ImportStatus = "waiting" | "cancelled" | "queued" | "running" | "done" | "refused" | "failed";

const STATUSES: Readonly<Record<ImportStatus, TableStatus>> = {
  waiting: { text: "à confirmer", tone: "warning" },
  cancelled: { text: "abandonné", tone: "neutral" },
  queued: { text: "en attente", tone: "neutral" },
  running: { text: "en cours", tone: "info" },
  done: { text: "terminé", tone: "success" },
  refused: { text: "refusé", tone: "danger" },
  failed: { text: "interrompu", tone: "danger" },
};

const OUTCOMES: Readonly<Record<FileOutcome, TableStatus>> = {
  imported: { text: "importé", tone: "success" },
  unchanged: { text: "sans changement", tone: "neutral" },
  already_imported: { text: "déjà importé", tone: "neutral" },
  set_aside: { text: "mis de côté", tone: "info" },
  question: { text: "à préciser", tone: "warning" },
  refused: { text: "refusé", tone: "danger" },
};

const QUANTITIES: Readonly<Record<EnergyQuantity, string>> = {
  withdrawal: "soutirage",
  injection: "injection",
  self_consumed: "autoconsommé (gestionnaire)",
  self_produced: "autoproduit (gestionnaire)",
  surplus: "surplus (gestionnaire)",
  complement: "complément (gestionnaire)",
};

/** What a file is, in the words of the screens; those of `FILE_KIND_LABELS`, which this folder may not import. */
export const FILE_KINDS: Readonly<Record<string, string>> = {
  load_curve: "courbe de charge",
  sge_history: "historique de courbe SGE",
  r63: "courbe R63",
  energy: "quantités d’énergie",
  dso_energy: "énergies définitives (interface)",
  producer_detail: "détail d’un producteur",
  summary: "classeur de synthèse",
  perimeter: "périmètre des participants",
  annex_2: "annexe 2",
  annex_5: "annexe 5",
};

/** What a file is; null when nobody knows. */
export function describeFileKind(kind: string): string | null {
  return FILE_KINDS[kind] ?? null;
}

/** Where an import stands. */
export function describeImportStatus(status: ImportStatus): TableStatus {
  return STATUSES[status];
}

/** What became of one file of an import. */
export function describeFileOutcome(outcome: FileOutcome): TableStatus {
  return OUTCOMES[outcome];
}

/** What a curve measures, in the words of the screens. */
export function describeQuantity(quantity: EnergyQuantity | null): string | null {
  return quantity && QUANTITIES[quantity];
}

const VIAS = {
  session: "à l’écran",
  api_key: "par l’API",
  job: "en arrière-plan",
  cli: "par l’installation",
} as const;

/** The way by which an import came. */
export function describeImportVia(via: keyof typeof VIAS): string {
  return VIAS[via];
}
