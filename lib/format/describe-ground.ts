import type { Ground, GroundKind } from "@/lib/domain/operation/suspension-grounds";
import { formatDay } from "./format-date";
import { formatCount } from "./format-number";
import type { TableStatus } from "./table-cells";

type GroundText = {
  readonly condition: string;
  /** Where the facts are, under the operation's own address; null: nowhere of ours. */
  readonly path: string | null;
};

/** What each condition is. */
export const GROUND_TEXTS: Readonly<Record<GroundKind, GroundText>> = {
  lone_participant: { condition: "Un seul producteur sans consommateur, ou l’inverse", path: "/participants" },
  missing_agreement: { condition: "Un participant sans accord de participation", path: "/participants/consentements" },
  late_proof: { condition: "Un justificatif demandé par Enedis et pas produit à temps", path: "/echeances/courriers" },
  long_suspension: { condition: "Une suspension de plus de trois mois", path: null },
  no_balance_party: { condition: "Des flux sans responsable d’équilibre", path: null },
  confidentiality: { condition: "La confidentialité ou les données personnelles non respectées", path: null },
  force_majeure: { condition: "La force majeure", path: null },
};

/** Whether a condition is met, and since when. */
export function describeGround({ state, day }: Ground): TableStatus {
  switch (state) {
    case "met":
      return { text: day === null ? "remplie" : `remplie depuis le ${formatDay(day)}`, tone: "danger" };
    case "to_come":
      return { text: `le sera le ${formatDay(day)}`, tone: "warning" };
    case "not_met":
      return { text: "non remplie", tone: "success" };
    case "unwatched":
      return { text: "à vérifier par vous", tone: "neutral" };
  }
}

/** The facts a condition rests on, in a few words; null where there are none. */
export function describeGroundFacts({ kind, state, count }: Ground): string | null {
  if (state === "not_met" || state === "unwatched") return null;
  if (kind === "missing_agreement")
    return formatCount(count ?? 0, "participant sans accord", "participants sans accord");
  if (kind === "late_proof") return formatCount(count ?? 0, "justificatif à produire", "justificatifs à produire");
  if (kind === "lone_participant") return "le périmètre n’a plus de producteur ou de consommateur";
  return null;
}

/** What a condition lets happen. */
export const describeLeadsTo = ({ leadsTo }: Ground): string =>
  leadsTo === "suspension" ? "Enedis peut suspendre la convention" : "Enedis peut résilier la convention";
