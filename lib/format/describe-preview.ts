import type { CoefficientPreview } from "@/lib/schemas/api/coefficient-preview";
import { formatCount, formatNumber } from "./format-number";
import { formatPercent, formatPpm } from "./format-percent";
import type { TableStatus } from "./table-cells";

type Point = Pick<CoefficientPreview["consumers"][number], "origin" | "profile">;

const PROFILES = {
  dwelling: "logement",
  public_building: "bâtiment public",
  solar_roof: "toiture solaire",
} as const;

/** Where a curve of a preview comes from, in a word. */
export function describeCurveOrigin({ origin, profile }: Point): TableStatus {
  if (origin === "measured" || profile === null) return { text: "mesuré", tone: "success" };
  const name = PROFILES[profile];
  return origin === "typical"
    ? { text: `profil type (${name})`, tone: "warning" }
    : { text: `mesuré, complété (${name})`, tone: "info" };
}

/** Beside a rate of the key being made: that of the key in force, and the difference in points. */
export function compareRates(tried: number | null, inForce: number | null, reference: string): string {
  if (tried === null || inForce === null) return `pas de comparaison avec ${reference}`;
  const points = Math.round((tried - inForce) * 1000) / 10;
  const change = formatNumber(points, { minDecimals: 1, signed: true });
  const unit = Math.abs(points) < 2 ? "point" : "points";
  const difference = points === 0 ? "inchangé" : `${change}\u00a0${unit}`;
  return `${reference} : ${formatPercent(inForce)} (${difference})`;
}

/** What the figures of a preview rest on, each remark a sentence. */
export function describePreviewLimits(
  preview: Pick<CoefficientPreview, "consumers" | "producers" | "leftOutSteps" | "stepCount" | "leftOutPpm">,
): readonly string[] {
  const points = [...preview.consumers, ...preview.producers];
  const typical = points.filter(({ origin }) => origin === "typical").length;
  const completed = points.filter(({ origin }) => origin === "completed").length;
  const remarks: string[] = [];
  if (typical > 0) {
    remarks.push(
      `${formatCount(typical, "site n’a", "sites n’ont")} pas de mesures : un profil type, à l’échelle de ce qui est saisi sur sa fiche, en tient lieu.`,
    );
  }
  if (typical > 1) {
    remarks.push("Des profils types se ressemblent plus que de vrais sites : une clé fixe y paraît un peu meilleure.");
  }
  if (completed > 0) {
    remarks.push(
      `${formatCount(completed, "site n’a", "sites n’ont")} pas douze mois de mesures : un profil type complète les mois qui manquent.`,
    );
  }
  if (preview.leftOutSteps > 0) {
    const share = formatPercent(preview.leftOutSteps / preview.stepCount);
    remarks.push(
      `${formatCount(preview.leftOutSteps, "pas de temps est laissé", "pas de temps sont laissés")} de côté pour tous, faute d’une mesure (${share} de l’année).`,
    );
  }
  if (preview.leftOutPpm > 0) {
    remarks.push(
      `${formatPpm(preview.leftOutPpm)} vont à des sites laissés de côté : cette part est comptée comme surplus.`,
    );
  }
  return remarks;
}
