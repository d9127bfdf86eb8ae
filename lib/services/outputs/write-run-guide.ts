import "server-only";
import { formatPeriod } from "@/lib/format/format-date";
import { formatInstant } from "@/lib/format/format-instant";
import type { OutputRun } from "./read-output-run";

/** What the archive of a run holds, in French, for whoever opens it without the screen. */
export function writeRunGuide({ operation: { sheet }, run }: OutputRun): string {
  const lines = [
    `${sheet.name}${sheet.accNumber === null ? "" : ` (${sheet.accNumber})`}`,
    `Résultat ${formatPeriod(run.period.from, run.period.toExclusive)}, version ${run.version}, calculée le ${formatInstant(run.createdAt)} par Prorata.`,
    "Le résultat officiel est celui du gestionnaire de réseau.",
    "",
    "annexe-6/          Les fichiers que publie le gestionnaire de réseau, faits de notre calcul (convention, annexe 6).",
    "  …_CDC.csv          Courbes en W : Conso (soutirage), Prod (injection), Autoconso, Autoprod, Surplus, Complement.",
    "  …_ENERGIE.csv      Les mêmes grandeurs en kWh.",
    "  …_DETAIL.csv       Ce que chaque producteur a partagé avec chaque consommateur, en kWh.",
    "  Perimetre_Participants.csv, et la synthèse en trois feuilles (.xlsx).",
    "…_resultat.xlsx    Un classeur à lire : synthèse, participants, PRM, répartition, courbes par pas en kWh.",
    "…_totaux.csv       Une ligne par PRM.",
    "…_surplus.csv      Le surplus de chaque producteur.",
    "…_courbes.csv      Toutes les courbes pour un programme : une ligne par pas, PRM et grandeur.",
    "",
    "Arrondis : 1 W pour les courbes, 0,01 kWh pour les totaux ; chacun est arrondi une fois, et les parties s’additionnent.",
    "La somme d’une courbe arrondie peut donc différer de son total de quelques centièmes de kWh.",
    "…_courbes.csv n’est pas arrondi. Ses colonnes :",
    "  operation, period_from (premier jour de la période), run_version",
    "  start_utc (début du pas, UTC), start_paris (le même, heure de Paris avec son décalage), step_minutes",
    "  prm (texte de 14 chiffres), role (consumer, producer)",
    "  quantity (withdrawal, self_consumed, complement ; injection, self_produced, surplus)",
    "  energy_wh (énergie du pas en Wh, point décimal ; vide si elle manque)",
    "  origin (measured, interpolated, copied, manual, missing) : d’où vient la mesure du pas (art. 5.2.3)",
    "Séparateur : virgule. Chaque colonne a un seul type : un lecteur Parquet ou SQL les prend sans réglage.",
  ];
  return `\ufeff${lines.join("\r\n")}\r\n`;
}
