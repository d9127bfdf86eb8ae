import type { HelpRoom } from "./help-topic";

const ROOM = "/plan-climat";

/** The climate plan of a collectivity. */
export const CLIMATE_HELP: HelpRoom = {
  slug: "plan-climat",
  title: "Plan climat",
  lead: "Ce que la collectivité fait pour le climat, l’air et l’énergie, noté par les règles du programme.",
  topics: [
    {
      anchor: "synthese",
      routes: [ROOM],
      title: "Synthèse",
      purpose: "Où en est le plan : points obtenus, programmés, à renseigner, et ce que demande la prochaine étoile.",
      first: [
        "Regardez ce qui manque encore, puis ce qui rapporterait le plus de points.",
        "Ouvrez une mesure pour y répondre.",
        "Cherchez une action par son numéro ou par un mot.",
      ],
      next: "Le classeur et la synthèse se téléchargent pour l’auditeur et pour le conseil.",
      terms: ["points-potentiels", "etoile", "statut", "referentiel"],
      keys: ["table"],
    },
    {
      anchor: "mesure",
      routes: [`${ROOM}/mesures/[mesure]`],
      title: "Une mesure",
      purpose: "Répondre action par action, expliquer, nommer un pilote et un délai, joindre les preuves.",
      first: [
        "Choisissez un statut : le score change aussitôt.",
        "Écrivez l’explication que l’auditeur lira.",
        "Joignez une preuve à ce qui est fait.",
      ],
      next: "Chaque réponse s’enregistre seule ; ce qui n’a pas pu l’être attend le prochain essai.",
      terms: ["mesure-climat", "statut", "non-concerne", "preuve"],
    },
    {
      anchor: "personnalisation",
      routes: [`${ROOM}/personnalisation`],
      title: "Personnalisation",
      purpose: "Dire ce que la collectivité est et ce dont elle a la charge : cela change ce que valent les actions.",
      first: [
        "Répondez aux questions qui peuvent encore changer un score ; chacune montre ce que ferait chaque réponse.",
      ],
      next: "Chaque changement est expliqué sur la mesure, avec la réponse qui l’a causé.",
      terms: ["personnalisation", "points-potentiels", "non-concerne"],
    },
    {
      anchor: "preuves",
      routes: [`${ROOM}/preuves`],
      title: "Preuves",
      purpose: "Les documents, liens et chiffres qui montrent que les actions sont faites.",
      first: [
        "Regardez les actions faites que rien ne prouve encore.",
        "Joignez un document ou un lien, et choisissez l’action.",
        "Actualisez les chiffres de l’opération, qui prouvent d’eux-mêmes trois actions.",
      ],
      next: "Une preuve garde ses versions ; un instantané les fige.",
      terms: ["preuve", "instantane"],
      keys: ["table"],
    },
    {
      anchor: "referentiel",
      routes: [`${ROOM}/referentiel`],
      title: "Référentiel",
      purpose: "Le texte qui est noté. La mesure 3.1.1 est fournie ; les autres viennent du texte officiel.",
      first: [
        "Déposez le texte officiel : l’écran montre d’abord ce qu’il change.",
        "Confirmez, ou revenez au texte fourni.",
      ],
      next: "Vos réponses sont gardées par numéro, quel que soit le texte.",
      terms: ["referentiel", "mesure-climat"],
      keys: ["table"],
    },
    {
      anchor: "audit",
      routes: [`${ROOM}/audit`],
      title: "Demande d’étoile et audit",
      purpose: "De la demande d’une étoile à l’audit validé : où vous en êtes, et qui écrit dans le plan.",
      first: [
        "Lisez ce qu’il manque pour l’étoile visée.",
        "Enregistrez la demande signée.",
        "Confiez l’audit à un auditeur : il est alors seul à écrire dans le plan.",
      ],
      next: "Le début et la validation de l’audit prennent chacun un instantané.",
      terms: ["etoile", "audit", "instantane"],
      keys: ["table"],
    },
    {
      anchor: "instantanes",
      routes: [`${ROOM}/instantanes`, `${ROOM}/instantanes/[instantane]`, `${ROOM}/instantanes/comparer`],
      title: "Instantanés",
      purpose: "Garder le plan tel qu’il est un jour, et le comparer plus tard.",
      first: [
        "Prenez un instantané avant une séance du conseil, avec sa raison.",
        "Comparez deux instantanés, ou l’un d’eux avec aujourd’hui.",
      ],
      terms: ["instantane", "audit"],
      keys: ["table"],
    },
    {
      anchor: "historique",
      routes: [`${ROOM}/historique`],
      title: "Historique",
      purpose: "Tout ce qui a changé dans le plan : qui, quand, avant et après.",
      first: ["Filtrez par dates, par personne ou par sujet.", "Téléchargez le CSV si vous devez le transmettre."],
      keys: ["table"],
    },
  ],
};
