import type { Eligibility } from "@/lib/domain/perimeter/eligibility/check-eligibility";
import type { EligibilityRule, EligibilityStatus, RuleResult } from "@/lib/domain/perimeter/eligibility/eligibility";
import type { ProximityRegime } from "@/lib/domain/perimeter/find-proximity-limit";
import { formatDay } from "./format-date";
import { formatDistance } from "./format-distance";
import { formatCount, formatQuantity, UNKNOWN } from "./format-number";
import type { TableStatus } from "./table-cells";

type RuleText = {
  readonly label: string;
  readonly source: string;
  /** What to do when it is broken. */
  readonly remedy: string;
};

const ENERGY_CODE = "code de l’énergie, art.";

const RULES: Readonly<Record<EligibilityRule, RuleText>> = {
  producer_and_consumer: {
    label: "Au moins un producteur et un consommateur",
    source: "convention, art. 3.1 et 8.6",
    remedy: "Faites entrer ce qui manque : la convention peut être suspendue.",
  },
  one_operation: {
    label: "Aucun PRM dans une autre opération",
    source: "convention, art. 2 et 3.1",
    remedy: "Faites sortir ces PRM d’une des deux opérations.",
  },
  distance: {
    label: "Distance entre les deux points les plus éloignés",
    source: `${ENERGY_CODE} L.315-2`,
    remedy: "Faites sortir un de ces points, ou demandez une dérogation.",
  },
  cumulated_power: {
    label: "Puissance crête cumulée des producteurs",
    source: `${ENERGY_CODE} L.315-2`,
    remedy: "Répartissez les producteurs entre plusieurs opérations.",
  },
  voltage: {
    label: "Raccordement en BT, ou en HTA là où elle est admise",
    source: `convention, art. 3.1 ; ${ENERGY_CODE} L.315-2`,
    remedy: "La HTA n’est admise que dans un même bâtiment, ou si toute la production est renouvelable.",
  },
  renewable: {
    label: "Production renouvelable",
    source: `${ENERGY_CODE} L.211-2 ; convention, annexe 1`,
    remedy: "Avec un point en HTA, une opération étendue n’admet que des producteurs renouvelables.",
  },
  communicating_meter: {
    label: "Compteur communicant, courbe collectée",
    source: "convention, art. 3.1",
    remedy: "Demandez à Enedis la pose d’un compteur communicant.",
  },
  withdrawal_contract: {
    label: "Contrat d’accès au réseau en soutirage",
    source: "convention, art. 3.1",
    remedy: "Chaque consommateur doit avoir un contrat.",
  },
  injection_contract: {
    label: "Contrat d’accès au réseau en injection",
    source: "convention, art. 3.1",
    remedy: "Chaque producteur doit avoir un contrat.",
  },
  public_bodies: {
    label: "Dérogation EPCI : services publics et SEM locales seulement",
    source: "arrêté du 21 novembre 2019, modifié le 21 février 2025",
    remedy: "Choisissez un autre motif de dérogation, ou faites sortir ces participants.",
  },
  hlm: {
    label: "Organisme HLM et ses seuls locataires",
    source: `convention, art. 2 et 8.3 ; ${ENERGY_CODE} L.315-2-1`,
    remedy: "La gestion HLM prend fin de plein droit : repassez en gestion standard.",
  },
};

const STATUSES: Readonly<Record<EligibilityStatus, TableStatus>> = {
  ok: { text: "respectée", tone: "success" },
  broken: { text: "non respectée", tone: "danger" },
  not_checked: { text: "non vérifiée", tone: "warning" },
  not_applicable: { text: "sans objet", tone: "neutral" },
};

const MEGAWATT = 1_000_000;
const NAMED_AT_MOST = 5;

/** A rule's result as a line of a table: `figure`, `limit` and `source` are texts with their units. */
export type DescribedRule = {
  readonly label: string;
  readonly status: TableStatus;
  readonly figure: string;
  readonly limit: string;
  readonly source: string;
  /** What is missing or wrong, at which points, and what to do; empty when all is well. */
  readonly advice: string;
};

/** Says what a rule found, against which limit of which text, and what to do about it. */
export function describeRule(
  result: RuleResult,
  { regime, names }: { readonly regime: ProximityRegime | null; readonly names: ReadonlyMap<string, string> },
): DescribedRule {
  const { label, source } = RULES[result.rule];
  const { limit } = result;
  return {
    label,
    status: STATUSES[result.status],
    figure: describeFigure(result),
    limit: describeLimit(result),
    source: limit ? `${limit.source} (en vigueur depuis le ${formatDay(limit.from)})` : source,
    advice: describeAdvice(result, regime, names),
  };
}

/** The verdict in one sentence, and how grave it is. */
export function describeVerdict({ verdict, rules }: Pick<Eligibility, "verdict" | "rules">): {
  readonly tone: "success" | "warning" | "danger";
  readonly title: string;
} {
  const count = (status: EligibilityStatus) => rules.filter((rule) => rule.status === status).length;
  if (verdict === "broken") {
    return { tone: "danger", title: formatCount(count("broken"), "règle non respectée", "règles non respectées") };
  }
  if (verdict === "not_checked") {
    const open = formatCount(count("not_checked"), "règle reste à vérifier", "règles restent à vérifier");
    return { tone: "warning", title: `Aucune règle n’est enfreinte, mais ${open}` };
  }
  return { tone: "success", title: "Toutes les règles d’éligibilité sont respectées" };
}

function describeFigure({ rule, figure, status }: RuleResult): string {
  if (rule === "distance") return formatDistance(figure);
  if (rule === "cumulated_power")
    return formatQuantity(figure === null ? null : figure / 1_000, "kW", { maxDecimals: 3 });
  return status === "not_applicable" && figure === 0 ? UNKNOWN : formatCount(figure, "PRM", "PRM");
}

function describeLimit({ rule, limit }: RuleResult): string {
  if (!limit) return UNKNOWN;
  if (rule === "distance") return limit.maxDistanceM === null ? "aucune" : `≤ ${formatDistance(limit.maxDistanceM)}`;
  if (limit.powerBelowW === null) return "aucune";
  return `< ${formatQuantity(limit.powerBelowW / MEGAWATT, "MW", { maxDecimals: 3 })}`;
}

function describeAdvice(
  { rule, status, limit, broken, unknown }: RuleResult,
  regime: ProximityRegime | null,
  names: ReadonlyMap<string, string>,
): string {
  const list = (ids: readonly string[]) => listNames(ids, names);
  const parts: string[] = [];
  if (status === "broken") {
    parts.push(broken.length > 0 ? `${list(broken)}. ${RULES[rule].remedy}` : RULES[rule].remedy);
  }
  const needsLimit = rule === "distance" || rule === "cumulated_power";
  if (status === "not_checked" && needsLimit && !limit) parts.push(explainNoLimit(regime));
  if (status !== "not_applicable" && unknown.length > 0) parts.push(`À compléter : ${list(unknown)}.`);
  if (rule === "renewable" && status === "not_applicable" && broken.length > 0) {
    parts.push(
      `Non renouvelable : ${list(broken)}. Sans point en HTA ce n’est pas un obstacle ; cochez NON à l’annexe 1.`,
    );
  }
  if (rule === "one_operation" && status === "ok") {
    parts.push("Garanti par le registre entre les opérations de cette installation ; Enedis le vérifie pour toutes.");
  }
  return parts.join(" ");
}

function explainNoLimit(regime: ProximityRegime | null): string {
  if (!regime) return "Choisissez dans la fiche si l’opération est dans un même bâtiment, étendue ou dérogatoire.";
  if (regime.kind === "derogation" && regime.basis === null) return "Précisez dans la fiche le motif de la dérogation.";
  return "Aucune limite n’est enregistrée pour ce jour.";
}

function listNames(ids: readonly string[], names: ReadonlyMap<string, string>): string {
  const named = ids.slice(0, NAMED_AT_MOST).map((id) => names.get(id) ?? UNKNOWN);
  const others = ids.length - named.length;
  return named.join(", ") + (others > 0 ? ` et ${formatCount(others, "autre", "autres")}` : "");
}
