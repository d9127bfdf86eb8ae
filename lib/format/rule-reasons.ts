import type { RuleReason, StepReason } from "@/lib/domain/settlement/settlement-rule";

/** Why coefficients applied, after « clé appliquée : ». */
export const RULE_REASONS: Readonly<Record<RuleReason | StepReason, string>> = {
  static_values: "coefficients statiques choisis par l’organisateur",
  default_chosen: "clé par défaut, au prorata des consommations, choisie par l’organisateur",
  dynamic_values: "coefficients dynamiques notifiés par l’organisateur",
  dynamic_not_notified: "clé par défaut, faute de clé dynamique notifiée",
  dynamic_notified_late: "clé par défaut, la clé dynamique ayant été notifiée après le 4e jour ouvré",
  dynamic_faulty: "clé par défaut, la clé dynamique notifiée n’étant pas conforme à l’annexe 5",
  no_key: "clé par défaut, aucune clé n’étant enregistrée",
  step_faulty: "clé par défaut, ce pas de la clé notifiée étant faux, rejeté ou non accepté à temps",
  producer_step_faulty:
    "surplus, ce pas de la clé de ce producteur étant faux, rejeté ou non accepté à temps, et celui d’autres producteurs non",
};
