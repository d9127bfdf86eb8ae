import { quote } from "@/lib/formats/quote";

// What the reader of an R63 file tells a person; `path` is where in the JSON: "mesures[0].grandeur[1].points[12].v".

export const emptyFile = () => "Le fichier est vide. Demandez-le de nouveau.";

export const fileTooLarge = (megabytes: number, most: number) =>
  `Le fichier fait ${megabytes} Mo ; au plus ${most} Mo sont lus d'un coup. Demandez les courbes en plusieurs fois, par PRM ou par mois.`;

export const notJson = () =>
  "Le fichier n'est pas du JSON entier : il a sans doute été coupé ou modifié. Téléchargez-le de nouveau.";

export const notR63 = () =>
  "Ce fichier n'est pas un R63 : il n'a ni « mesures » ni « idPrm » et « grandeur ». Demandez à SGE le flux R63 au format JSON.";

export const noCurve = () =>
  "Le fichier ne contient aucune courbe de puissance active. Demandez à SGE le flux R63, grandeur PA, de ces PRM.";

export const wrongShape = (path: string, expected: string) =>
  `${path} : ${expected} attendu. Téléchargez de nouveau le fichier, sans le modifier.`;

export const notActivePower = (path: string, text: string) =>
  `${path} : la grandeur « ${quote(text)} » n'est pas la puissance active (PA). Elle est laissée de côté ; seule la courbe active sert au partage.`;

export const unitUnknown = (path: string, text: string) =>
  `${path} : l'unité « ${quote(text)} » n'est pas lue. Une courbe de charge est en W ou en kW.`;

export const quantityUnknown = (path: string, text: string) =>
  `${path} : « ${quote(text)} » n'est ni CONS ni PROD. Choisissez ce que mesure la courbe.`;

export const stepUnreadable = (path: string, text: string) =>
  `${path} : le pas « ${quote(text)} » n'est pas lu. Il est de 5, 10, 15, 30 ou 60 minutes : PT30M, par exemple.`;
