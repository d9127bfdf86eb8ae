import type { FigureComparison } from "@/lib/domain/settlement/compare-run-figures";
import type { InputChange, PartChange } from "@/lib/domain/settlement/compare-run-inputs";
import { formatPeriod } from "./format-date";
import { formatDayRanges } from "./format-day-ranges";
import { formatCount } from "./format-number";

type Names = ReadonlyMap<string, { readonly prm: string; readonly name: string }>;

type Compared = {
  readonly figures: FigureComparison;
  readonly engine: { readonly was: string; readonly is: string } | null;
  readonly isRuleSame: boolean;
  readonly inputs: readonly InputChange[] | null;
  readonly names: Names;
};

/** What differs between two computations of a period, in French sentences, the cause before its effect. */
export function describeRunComparison({ figures, engine, isRuleSame, inputs, names }: Compared): readonly string[] {
  return [
    ...(engine ? [`Le moteur de calcul est passé de la version ${engine.was} à la version ${engine.is}.`] : []),
    ...(inputs ?? []).map((change) => describeInput(change, names)),
    ...(inputs === null
      ? ["La plus ancienne n’a pas gardé le détail de ses données d’entrée : seules ses courbes sont comparées."]
      : []),
    ...(isRuleSame ? [] : ["Les coefficients appliqués, ou la règle qui les choisit, ne sont plus les mêmes."]),
    ...figures.measures.map(({ meteringPointId, role, days }) => {
      const steps = days.reduce((sum, day) => sum + day.steps, 0);
      const what = role === "producer" ? "Injection" : "Soutirage";
      const ranges = formatDayRanges(days.map(({ day }) => day));
      return `${what} de ${nameOf(meteringPointId, names)} : ${formatCount(steps, "pas différent", "pas différents")}, ${ranges}.`;
    }),
  ];
}

const CHANGES: Readonly<Record<PartChange, string>> = {
  added: "s’ajoute",
  removed: "ne compte plus",
  changed: "a changé",
};

const PARTS: Readonly<Record<Exclude<InputChange["part"], "perimeter">, string>> = {
  key: "Une clé de répartition",
  delivery: "Une clé du mois",
  decision: "Une décision sur une mesure",
};

function describeInput(change: InputChange, names: Names): string {
  if (change.part !== "perimeter") return `${PARTS[change.part]} ${CHANGES[change.change]}.`;
  const { meteringPointId, role, was, is } = change;
  const days = (spans: typeof was) =>
    spans.length === 0 ? "absent" : spans.map(({ from, toExclusive }) => formatPeriod(from, toExclusive)).join(", ");
  const what = role === "producer" ? "producteur" : "consommateur";
  return `Périmètre : ${nameOf(meteringPointId, names)}, ${what}, était ${days(was)} ; il est ${days(is)}.`;
}

function nameOf(id: string, names: Names): string {
  const found = names.get(id);
  return found ? `${found.name} (${found.prm})` : "un PRM effacé";
}
