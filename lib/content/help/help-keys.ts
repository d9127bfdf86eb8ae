/** A combination of keys and what it does. */
export type HelpKey = { readonly keys: string; readonly does: string };

/** Screens of one kind have the same keys. */
export type KeySet = "table" | "board" | "shares" | "editor" | "curves" | "heatMap" | "map" | "day";

/** Keys of what a screen holds; they act where the cursor is, so they need no switch. */
export const KEY_SETS: Readonly<Record<KeySet, { readonly title: string; readonly keys: readonly HelpKey[] }>> = {
  table: {
    title: "Dans un tableau, sur le nom d’une ligne",
    keys: [
      { keys: "↑ ↓", does: "ligne d’avant, ligne d’après" },
      { keys: "Page ↑ Page ↓", does: "dix lignes plus haut, plus bas" },
      { keys: "Début Fin", does: "première ligne, dernière ligne" },
      { keys: "Entrée", does: "ouvrir la ligne" },
    ],
  },
  board: {
    title: "Dans le tableau des jours reçus",
    keys: [
      { keys: "← →", does: "jour d’avant, jour d’après ; une semaine avec Ctrl" },
      { keys: "↑ ↓", does: "PRM d’avant, PRM d’après" },
      { keys: "Page ↑ Page ↓", does: "un mois plus tôt, plus tard" },
      { keys: "Début Fin", does: "premier jour, dernier jour" },
      { keys: "Entrée", does: "ouvrir le jour" },
    ],
  },
  shares: {
    title: "Dans une colonne de parts",
    keys: [
      { keys: "↑ ↓", does: "part d’avant, part d’après" },
      { keys: "Entrée", does: "part d’après ; avec Maj, part d’avant" },
    ],
  },
  editor: {
    title: "Dans l’éditeur de clé",
    keys: [
      { keys: "Ctrl Z", does: "annuler la dernière modification" },
      { keys: "Ctrl Y", does: "la refaire" },
    ],
  },
  curves: {
    title: "Sur un tracé",
    keys: [
      { keys: "← →", does: "valeur d’avant, valeur d’après" },
      { keys: "+ −", does: "agrandir, réduire" },
      { keys: "Maj ← →", does: "avancer, reculer dans le temps" },
      { keys: "Échap", does: "quitter la lecture" },
    ],
  },
  heatMap: {
    title: "Dans une carte des heures",
    keys: [{ keys: "← → ↑ ↓", does: "passer d’un jour ou d’une heure à l’autre" }],
  },
  map: {
    title: "Sur la carte",
    keys: [{ keys: "← → ↑ ↓", does: "passer d’un point à l’autre" }],
  },
  day: {
    title: "Sur le choix du jour",
    keys: [
      { keys: "← →", does: "jour d’avant, jour d’après" },
      { keys: "Page ↑ Page ↓", does: "une semaine plus tôt, plus tard" },
      { keys: "Début Fin", does: "premier jour, dernier jour" },
    ],
  },
};

/** Keys that every screen hears, unless they are switched off. */
export const EVERYWHERE_KEYS: readonly HelpKey[] = [
  { keys: "?", does: "ouvrir l’aide de l’écran" },
  { keys: "/", does: "chercher dans la page" },
  { keys: "Échap", does: "fermer ce qui est ouvert" },
];
