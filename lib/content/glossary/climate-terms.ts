import type { GlossaryEntry } from "./glossary-entry";

/** The climate plan and its points. */
export const CLIMATE_TERMS = {
  referentiel: {
    term: "Référentiel",
    plain:
      "Le texte du programme Climat-Air-Énergie : des axes, des mesures, leurs sous-actions et leurs tâches, chacune avec ses points.",
    see: ["mesure-climat", "points-potentiels"],
  },
  "mesure-climat": {
    term: "Mesure du plan climat",
    plain:
      "Un chapitre du référentiel, numéroté comme 3.1.1. On y répond tâche par tâche, ou sous-action par sous-action.",
    see: ["referentiel", "statut"],
  },
  statut: {
    term: "Statut",
    plain: "La réponse donnée à une action : fait, programmé, pas fait, en détail, tâche par tâche, ou non concerné.",
    see: ["points-potentiels", "non-concerne"],
  },
  "points-potentiels": {
    term: "Points potentiels",
    plain: "Ce que la collectivité peut obtenir, une fois retiré ou réduit ce qui ne la concerne pas.",
    see: ["non-concerne", "personnalisation"],
  },
  "non-concerne": {
    term: "Non concerné",
    plain:
      "Une action qui ne s’applique pas à la collectivité : ses points sont répartis entre les actions voisines, ou retirés.",
    see: ["personnalisation", "points-potentiels"],
  },
  personnalisation: {
    term: "Personnalisation",
    plain: "Ce que la collectivité est et ce dont elle a la charge : ses réponses changent ce que valent les actions.",
    see: ["points-potentiels"],
  },
  etoile: {
    term: "Étoile",
    plain: "Le niveau du label, de une à cinq, selon la part des points potentiels obtenue. Un audit la confirme.",
    see: ["audit", "points-potentiels"],
  },
  audit: {
    term: "Audit",
    plain: "L’examen du plan par un auditeur extérieur. Du début à la fin, lui seul écrit dans le plan.",
    see: ["etoile", "instantane"],
  },
  preuve: {
    term: "Preuve",
    plain: "Un document, un lien ou un chiffre de l’opération, joint à l’action qu’il prouve.",
    see: ["statut", "audit"],
  },
  instantane: {
    term: "Instantané",
    plain: "Le plan climat tel qu’il était un jour, gardé entier. Il ne change jamais.",
    see: ["audit"],
  },
} as const satisfies Record<string, GlossaryEntry>;
