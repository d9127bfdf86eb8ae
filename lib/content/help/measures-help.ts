import type { HelpRoom } from "./help-topic";

const ROOM = "/operations/[operation]/mesures";

/** What was measured, and what lacks. */
export const MEASURES_HELP: HelpRoom = {
  slug: "mesures",
  title: "Mesures",
  lead: "Ce qui a été mesuré, ce qui manque, et ce qui paraît faux.",
  topics: [
    {
      anchor: "completude",
      routes: [ROOM],
      title: "Complétude",
      purpose: "Dire, PRM par PRM et jour par jour, ce qui est reçu, corrigé ou manquant.",
      first: [
        "Déposez les fichiers du mois, tels qu’Enedis les envoie, archives comprises.",
        "Relisez ce qui sera écrit, puis confirmez.",
        "Regardez les cases hachurées : ce sont les valeurs manquantes. La lettre pour les réclamer est prête.",
      ],
      next: "Quand rien ne manque, la période est prête : elle se calcule dans « Périodes ».",
      terms: ["courbe-de-charge", "valeur-manquante", "valeur-corrigee", "annexe-6"],
      keys: ["board", "table"],
    },
    {
      anchor: "courbes",
      routes: [`${ROOM}/courbes`],
      title: "Courbes",
      purpose: "Tracer les courbes de charge, les comparer d’une année à l’autre, et les emporter.",
      first: [
        "Choisissez les PRM et les jours.",
        "Choisissez la vue : dans le temps, rangées de la plus forte à la plus faible, ou semaine moyenne.",
        "Agrandissez en tirant sur le tracé ; l’adresse de la page garde ce que vous voyez.",
      ],
      next: "Le tableau, l’image et le CSV montrent exactement ce qui est tracé.",
      terms: ["courbe-de-charge", "pas-de-temps"],
      keys: ["curves"],
    },
    {
      anchor: "imports",
      routes: [`${ROOM}/imports`, `${ROOM}/imports/[import]`],
      title: "Imports",
      purpose: "Chaque envoi de fichiers : qui, quand, ce qui en a été compris et ce qu’il a changé.",
      first: [
        "Ouvrez un import pour lire son rapport, fichier par fichier.",
        "S’il attend, relisez-le et confirmez-le, ou abandonnez-le.",
        "S’il était faux, annulez-le : les valeurs d’avant reviennent.",
      ],
      next: "Un import ne s’efface pas : annulé, il reste dans la liste avec ce qu’il avait écrit.",
      terms: ["annexe-6", "courbe-de-charge"],
      keys: ["table"],
    },
    {
      anchor: "jour",
      routes: [`${ROOM}/prm/[prm]`],
      title: "Un jour d’un PRM",
      purpose: "Voir un jour pas à pas, et décider d’une valeur qui paraît fausse.",
      first: [
        "Regardez d’où vient chaque valeur : mesurée, corrigée, saisie ou manquante.",
        "Écartez une mesure fausse, ou saisissez la bonne, avec un motif.",
        "Levez la décision quand la mesure corrigée d’Enedis arrive.",
      ],
      next: "Une période déjà calculée avec l’ancienne valeur est signalée comme à recalculer.",
      terms: ["valeur-corrigee", "valeur-manquante", "pas-de-temps"],
      keys: ["day", "table"],
    },
  ],
};
