import { quote } from "@/lib/formats/quote";

// What the readers of energies in text files tell a person: where, what, what to do.

export const emptyFile = () => "Le fichier est vide. Redemandez-le à Enedis ou exportez-le de nouveau.";

export const notAnEnergyFile = () =>
  "Ce fichier ne contient pas de quantités par poste : aucune ligne n'est de la forme « HP;134,70; ». " +
  "Déposez un fichier « …_ENERGIE.csv » d'Enedis.";

export const notADetail = () =>
  "Ce fichier n'est pas le détail d'un producteur : il faut deux colonnes séparées par un point-virgule, " +
  "« PRM CONS » et « AUTOCONSO (kWh) ». Déposez le fichier tel qu'Enedis l'envoie.";

export const columnMissing = (header: string) =>
  `La colonne « ${header} » manque dans l'en-tête. Redemandez le fichier à Enedis ou rétablissez l'en-tête.`;

export const headerIgnored = (line: number, text: string) =>
  `Ligne ${line} : « ${quote(text)} » est pris pour un en-tête et ignoré.`;

export const headerMissing = () =>
  "Le fichier n'a pas d'en-tête : ses colonnes sont lues dans l'ordre PRM, énergie. Vérifiez les valeurs.";

export const noRow = () => "Le fichier ne contient aucune quantité. Vérifiez auprès d'Enedis qu'il est complet.";

export const periodEmpty = (line: number) =>
  `Ligne ${line} : le poste horaire manque. Inscrivez-le (HP, HC…) ou supprimez la ligne.`;

export const periodUnknown = (line: number, label: string) =>
  `Ligne ${line} : le poste « ${quote(label)} » n'est pas connu. Sa quantité est gardée sous ce nom : vérifiez-le.`;

export const periodTwice = (line: number, label: string, lineBefore: number) =>
  `Ligne ${line} : le poste « ${quote(label)} » est déjà à la ligne ${lineBefore}. Gardez une seule des deux lignes.`;

export const prmTwice = (line: number, prm: string, lineBefore: number) =>
  `Ligne ${line} : le PRM ${quote(prm)} est déjà à la ligne ${lineBefore}. Gardez une seule des deux lignes.`;

export const valueMissing = (line: number) =>
  `Ligne ${line} : la quantité manque. Elle reste manquante, elle n'est pas prise pour zéro.`;

export const value = (line: number, what: string) => `Ligne ${line}, quantité : ${what}`;

export const cellsTooMany = (line: number, text: string) =>
  `Ligne ${line} : « ${quote(text)} » suit la quantité. Une ligne porte un nom et une seule quantité, à virgule décimale.`;

export const totalIgnored = (line: number) =>
  `Ligne ${line} : cette ligne de total n'est pas un PRM, elle est ignorée.`;

export const totalDiffers = (line: number, total: string, sum: string) =>
  `Ligne ${line} : le total annoncé est ${total} kWh, la somme des lignes ${sum} kWh. Vérifiez que le fichier est complet.`;
