import type { RunChangeKind } from "@/lib/domain/settlement/run-change";

const WHAT: Readonly<Record<RunChangeKind, (version: number | null) => string>> = {
  key: (version) => (version === null ? "clé envoyée" : `version ${version} de la clé envoyée`),
  delivery: (version) =>
    version === null ? "clé du mois envoyée" : `version ${version} de la clé du mois, envoyée ou répondue`,
  perimeter: () => "entrée ou sortie d’un PRM",
  decision: () => "décision sur une mesure, prise ou levée",
  holidays: () => "jours fériés changés dans la fiche",
  import: () => "mesures importées, corrigées ou annulées",
};

/** What was written since a run, in a few words. */
export const describeRunChange = (kind: RunChangeKind, version: number | null): string => WHAT[kind](version);
