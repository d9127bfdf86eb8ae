import type { HelpRoom } from "./help-topic";

/** What a participant sees of himself. */
export const OWN_SPACE_HELP: HelpRoom = {
  slug: "mon-espace",
  title: "Mon espace",
  lead: "Pour un participant : ses compteurs, ce qui vient de l’opération, ses papiers.",
  topics: [
    {
      anchor: "espaces",
      routes: ["/mon-espace"],
      title: "Choisir son espace",
      purpose: "Si vous participez à plusieurs opérations, ou pour plusieurs personnes, choisissez ici.",
      first: ["Touchez le nom de l’opération."],
      next: "Avec une seule participation, vous arrivez directement dans votre espace.",
    },
    {
      anchor: "mon-espace",
      routes: ["/mon-espace/[participant]"],
      title: "Mon espace",
      purpose:
        "Ce que vos compteurs ont consommé ou produit chaque mois, ce qui est venu de l’opération et de quelle toiture, ce que facture votre fournisseur.",
      first: [
        "Lisez le dernier mois calculé ; « Mois précédent » remonte le temps.",
        "Ouvrez « Les chiffres de chaque jour » sous un graphique pour les lire ou les copier.",
        "Regardez votre part de la production, celle d’aujourd’hui et celle qui est annoncée.",
        "« Et les autres ? » vous situe parmi ceux qui vous ressemblent : une moyenne, sur des mois définitifs, seulement quand personne ne peut s’y reconnaître.",
      ],
      next: "Ces chiffres sont ceux de vos jours et de vos compteurs, d’après les calculs enregistrés. Un mois provisoire peut encore être corrigé. Personne d’autre que vous et l’organisateur ne les lit.",
      terms: ["complement", "surplus", "cle-statique", "cle-dynamique"],
      keys: ["table"],
    },
    {
      anchor: "documents",
      routes: ["/mon-espace/[participant]/documents"],
      title: "Relevés et données",
      purpose: "Vos relevés de chaque mois calculé, et tout ce que l’opération conserve sur vous.",
      first: ["Téléchargez le relevé d’un mois, ou tous en une archive.", "Emportez vos données en PDF, ZIP ou JSON."],
      next: "Chaque export de vos données est consigné au journal, à votre nom de compte.",
    },
    {
      anchor: "consentements",
      routes: ["/mon-espace/[participant]/consentements"],
      title: "Vos consentements",
      purpose: "Ce que vous avez accepté pour participer, ce qui vaut encore, et comment le retirer.",
      first: [
        "Pour donner votre accord, téléchargez le formulaire rempli, cochez, signez, puis envoyez-le ici en PDF ou en photo, ou remettez-le à l’organisateur.",
        "Un accord qui a une date de fin se renouvelle de la même façon, dans les 60 jours qui la précèdent ; avant, il n’y a rien à renvoyer.",
        "Pour le retirer, ouvrez « Retirer ce consentement » et lisez ce que cela entraîne.",
      ],
      next: "Un retrait vaut le jour même ; l’organisateur demande ensuite la sortie de vos compteurs.",
    },
    {
      anchor: "reclamations",
      routes: ["/mon-espace/[participant]/reclamations"],
      title: "Vos réclamations",
      purpose: "Écrire à l’organisateur, et lire où en est ce que vous avez écrit.",
      first: ["Dites de quoi il s’agit, donnez un objet, écrivez.", "Revenez lire la réponse."],
      next: "Ce qui met Enedis en cause lui est transmis dans les 5 jours ouvrés (art. 5.1.5).",
    },
  ],
};
