import type { ActionGap } from "@/lib/domain/scoring/list-action-gaps";
import type { QuestionTheme } from "@/lib/domain/scoring/personalisation";
import type { ActionCategory } from "@/lib/domain/scoring/referential";
import type { ShownStatus } from "@/lib/domain/scoring/shown-status";

/** Statuses of an action, as the programme says them. */
export const STATUS_WORDS: Readonly<Record<Exclude<ShownStatus, null>, string>> = {
  done: "Fait",
  planned: "Programmé",
  not_done: "Pas fait",
  detailed: "En détail",
  not_concerned: "Non concerné",
  by_task: "Tâche par tâche",
  closed: "Répondu par la sous-action",
};

export const UNFILLED_WORD = "Non renseigné";

/** How far a sub-action goes. */
export const CATEGORY_WORDS: Readonly<Record<ActionCategory, string>> = {
  bases: "Bases",
  implementation: "Mise en œuvre",
  effects: "Effets",
};

/** What a question of personalisation is about. */
export const THEME_WORDS: Readonly<Record<QuestionTheme, string>> = {
  energy: "Énergie",
  mobility: "Mobilité",
  planning: "Urbanisme et habitat",
  water: "Eau et assainissement",
  waste: "Déchets",
  economy: "Développement économique",
  territory: "Territoire",
  overseas: "Outre-mer",
};

/** What is still to be said of an action. */
export const GAP_WORDS: Readonly<Record<ActionGap, string>> = {
  status: "statut à renseigner",
  outReason: "raison à donner",
  pilot: "pilote à donner",
  dueDay: "échéance à donner",
};

export const LATE_WORD = "en retard";
