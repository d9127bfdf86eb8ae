import type { HelpRoom } from "./help-topic";

/** What belongs to the person who is signed in. */
export const ACCOUNT_HELP: HelpRoom = {
  slug: "compte",
  title: "Compte",
  lead: "Vos rappels, vos calendriers, vos raccourcis et vos clés d’API.",
  topics: [
    {
      anchor: "compte",
      routes: ["/compte"],
      title: "Compte",
      purpose: "Ce qui vous est propre : rappels, calendriers, raccourcis du clavier, clés d’API.",
      first: [
        "Choisissez si vous voulez un rappel par courriel, chaque jour ouvré ou chaque lundi.",
        "Abonnez votre agenda à vos échéances par un lien, que vous pouvez révoquer.",
        "Coupez les raccourcis d’une lettre s’ils vous gênent.",
        "Pour un logiciel, créez une clé d’API : elle n’est montrée qu’une fois.",
      ],
      next: "Rappels et calendriers ne nomment aucun participant.",
      terms: ["echeance"],
      keys: ["table"],
    },
  ],
};
