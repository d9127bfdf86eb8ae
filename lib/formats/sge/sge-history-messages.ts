import type { CivilDate } from "@/lib/domain/time/civil-date";
import { addDays } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import { frenchDay } from "@/lib/formats/french-day";
import { quote } from "@/lib/formats/quote";

// What the reader of an SGE history tells a person: where, what, what to do.

export const emptyFile = () => "Le fichier est vide. Exportez-le de nouveau depuis SGE.";

export const notAHistory = () =>
  "Ce fichier n'est pas un historique de courbe SGE : il ne commence pas par « Identifiant PRM;Type de donnees;… » et ses valeurs. " +
  "Exportez de nouveau l'historique depuis SGE, sans modifier ses trois premières lignes.";

export const noIdentifier = (line: number) =>
  `Ligne ${line} : l'identifiant du PRM manque. Exportez de nouveau l'historique depuis SGE.`;

export const notALoadCurve = (line: number, type: string) =>
  `Ligne ${line} : « ${quote(type)} » n'est pas une courbe de charge. Demandez à SGE l'historique de la courbe de charge.`;

export const notActivePower = (line: number, text: string) =>
  `Ligne ${line} : la grandeur « ${quote(text)} » n'est pas de l'énergie ou de la puissance active. ` +
  "Seule la courbe active sert au partage : demandez celle-là.";

export const unitUnknown = (line: number, text: string) =>
  `Ligne ${line} : l'unité « ${quote(text)} » n'est pas lue. Une courbe de charge est en W ou en kW.`;

export const quantityUnknown = (line: number, text: string) =>
  `Ligne ${line} : « ${quote(text)} » ne dit ni consommation ni production. Choisissez ce que mesure la courbe.`;

export const stepHintIgnored = (line: number, text: string) =>
  `Ligne ${line} : le pas « ${quote(text)} » n'est pas de 5, 10, 15, 30 ou 60 minutes. Le pas est lu dans les horodates.`;

export const badRow = (line: number, text: string) =>
  `Ligne ${line} : « ${quote(text)} » n'est pas une horodate et une valeur séparées par un point-virgule. Corrigez ou retirez la ligne.`;

export const headerDates = (
  line: number,
  announced: { readonly from: CivilDate; readonly to: CivilDate },
  { from, toExclusive }: Period,
) =>
  `Ligne ${line} : l'en-tête annonce du ${frenchDay(announced.from)} au ${frenchDay(announced.to)}, ` +
  `les mesures vont du ${frenchDay(from)} au ${frenchDay(addDays(toExclusive, -1))}. ` +
  "Les mesures font foi ; redemandez l'historique si des jours vous manquent.";
