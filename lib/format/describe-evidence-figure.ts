import {
  EVIDENCE_FIGURE_UNITS,
  type EvidenceFigure,
  type EvidenceFigureCode,
} from "@/lib/domain/scoring/operation-evidence/operation-evidence";
import type { CoefficientKind } from "@/lib/domain/settlement/coefficient-key";
import { KEY_KINDS } from "./coefficient-words";
import { formatDay, formatPeriod } from "./format-date";
import { formatEnergy } from "./format-energy";
import { formatNumber, formatQuantity, UNKNOWN } from "./format-number";
import { formatPercent } from "./format-percent";
import { ENERGY_SOURCES } from "./perimeter-words";

const LABELS: Readonly<Record<EvidenceFigureCode, string>> = {
  settled_periods: "Périodes calculées",
  shared_energy: "Énergie partagée",
  production: "Production",
  withdrawal: "Consommation",
  self_consumption_rate: "Taux d’autoconsommation",
  self_production_rate: "Taux d’autoproduction",
  coverage_rate: "Taux de couverture",
  surplus_share: "Part de surplus",
  synchronisation: "Synchronisation",
  participants: "Participants",
  consumer_points: "PRM en soutirage",
  producer_points: "PRM en injection",
  producers: "Producteurs",
  peak_power: "Puissance installée",
  key_kind: "Clé en vigueur",
  key_from: "Clé en vigueur depuis le",
  withdrawal_completeness: "Jours complets en soutirage",
  injection_completeness: "Jours complets en injection",
  complete_points: "Courbes complètes",
  known_withdrawal: "Soutirage connu",
  known_injection: "Injection connue",
  points_at_step: "PRM relevés",
  points_without_curve: "PRM sans courbe",
  last_measured_day: "Dernier jour mesuré",
  measured_share: "Valeurs mesurées",
  corrected_share: "Valeurs corrigées",
};

/** What a figure means, where its name does not say it. */
const MEANINGS: Readonly<Partial<Record<EvidenceFigureCode, string>>> = {
  self_consumption_rate: "énergie partagée sur production",
  self_production_rate: "énergie partagée sur consommation",
  coverage_rate: "dimensionnement : production sur consommation",
  surplus_share: "production que personne n’a utilisée",
  synchronisation: "production qui tombe quand les participants consomment ; aucune clé n’en partage plus",
  complete_points: "PRM et sens dont aucun jour ne manque",
  measured_share: "parmi celles que les calculs ont utilisées",
  corrected_share: "interpolées, reprises de la semaine d’avant ou saisies (convention, art. 5.2.3)",
};

/** A figure of an operation in words, for a screen or a file. */
export type FigureText = {
  readonly label: string;
  /** With its unit; « – » while it is not known. */
  readonly value: string;
  /** The days it is about, « du 01/11/2025 au 31/10/2026 »; empty: the day it was computed. */
  readonly period: string;
  /** What it means, why it is not known; often empty. */
  readonly note: string;
};

/**
 * Puts a figure of an operation in words.
 *
 * @example
 * describeEvidenceFigure({ code: "points_at_step", value: 11, period: null, stepMinutes: 30 });
 * // => { label: "PRM relevés au pas de 30 minutes", value: "11", period: "", note: "" }
 */
export function describeEvidenceFigure(figure: EvidenceFigure): FigureText {
  const { code, period } = figure;
  const notes = [MEANINGS[code], describeMissing(figure)];
  return {
    label: labelOf(figure),
    value: formatValue(figure),
    period: period ? formatPeriod(period.from, period.toExclusive) : "",
    note: notes.filter((text) => text !== undefined && text !== "").join(" · "),
  };
}

function labelOf({ code, stepMinutes, energySource }: EvidenceFigure): string {
  if (stepMinutes !== undefined) return `${LABELS[code]} au pas de ${stepMinutes} minutes`;
  if (energySource === undefined) return LABELS[code];
  const words: Readonly<Record<string, string>> = ENERGY_SOURCES;
  const source = energySource === null ? "source non renseignée" : (words[energySource] ?? energySource).toLowerCase();
  return `${LABELS[code]}, ${source}`;
}

function formatValue({ code, value }: EvidenceFigure): string {
  if (value === null) return UNKNOWN;
  const unit = EVIDENCE_FIGURE_UNITS[code];
  if (typeof value === "string") return unit === "day" ? formatDay(value) : KEY_KINDS[value as CoefficientKind];
  if (unit === "ratio") return formatPercent(value, SHARES.has(code) ? 2 : 1);
  if (unit === "Wh") return formatEnergy(value);
  if (unit === "W") return formatQuantity(value / 1000, "kWc", { minDecimals: 0, maxDecimals: 1 });
  return formatNumber(value);
}

// Of half a million values, the corrected ones are few.
const SHARES: ReadonlySet<EvidenceFigureCode> = new Set(["measured_share", "corrected_share"]);

function describeMissing({ missing = [], value }: EvidenceFigure): string {
  const [first] = missing;
  if (!first || value !== null) return "";
  const rest = missing.length - 1;
  const others = rest === 0 ? "" : rest === 1 ? " et une autre" : ` et ${formatNumber(rest)} autres`;
  return `période non calculée : ${formatPeriod(first.from, first.toExclusive)}${others}`;
}
