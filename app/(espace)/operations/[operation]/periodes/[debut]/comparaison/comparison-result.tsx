import type { Route } from "next";
import type { ReactNode } from "react";
import { DataTable } from "@/components/ui/data-table";
import { FilterSelect } from "@/components/ui/filter-select";
import { KeyValues } from "@/components/ui/key-values";
import { Notice } from "@/components/ui/notice";
import { PageSection } from "@/components/ui/page-section";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import {
  COMPARISON_ARTICLES,
  describeExplainedPart,
  describeTolerance,
  describeVerdict,
} from "@/lib/format/comparison-words";
import { formatInstant } from "@/lib/format/format-instant";
import { formatCount } from "@/lib/format/format-number";
import type { Comparison, NamedFigure } from "@/lib/services/comparison/read-comparison";
import { COMPARISON_COLUMNS, toComparisonCells } from "./comparison-columns";

type ComparisonResultProps = {
  comparison: Comparison;
  /** One curve, where one was asked for. */
  curve: ReactNode;
  /** What may be done about it. */
  actions: ReactNode;
  /** The address of this page. */
  href: string;
  /** Whether figures that agree are listed too. */
  isAll: boolean;
  fileName: string;
};

/** The verdict, its reason, and the figures. */
export function ComparisonResult({ comparison, curve, actions, href, isAll, fileName }: ComparisonResultProps) {
  const { run, summary, figures, explanation } = comparison;
  const shown = isAll ? figures : figures.filter(({ isDifferent }) => isDifferent);
  return (
    <>
      <Verdict comparison={comparison} />
      {explanation && explanation.claims.length === 0 && (
        <p>
          Aucune hypothèse essayée (autre clé, autre périmètre, heure décalée, autre mesure, autre valeur publiée)
          n’explique ces écarts. Le rapport les donne au gestionnaire tels quels.
        </p>
      )}
      {curve}
      <PageSection
        title="Valeur par valeur"
        actions={
          <FilterSelect
            label="Lignes"
            param="lignes"
            options={[
              { value: "ecarts", label: `Écarts seulement (${summary.differingFigures})` },
              { value: "toutes", label: `Toutes les valeurs (${summary.figures})` },
            ]}
            value={isAll ? "toutes" : "ecarts"}
          />
        }
      >
        <p>
          Écart : valeur du gestionnaire moins la nôtre, sur les pas que les deux ont. « Écart maximal » : à un pas. Un
          PRM ouvre sa courbe au premier pas qui diffère.
        </p>
        <DataTable
          caption="Nos valeurs et celles du gestionnaire"
          columns={COMPARISON_COLUMNS}
          fileName={fileName}
          hasFilter
          rows={shown.map((figure, index) => ({
            id: String(index),
            ...linkOf(figure, href, isAll, run.period.from),
            cells: toComparisonCells(figure),
          }))}
          empty={<p>Aucune valeur ne diffère.</p>}
        />
      </PageSection>
      <PageSection title="Comment c’est comparé" actions={actions}>
        <KeyValues
          items={[
            { label: "Calcul", value: `version ${run.version}, du ${formatInstant(run.createdAt)}` },
            { label: "Comparé le", value: formatInstant(comparison.computedAt) },
            { label: "Hypothèses essayées", value: formatCount(comparison.tried, "hypothèse", "hypothèses") },
            { label: "Règles", value: `convention, ${COMPARISON_ARTICLES}` },
          ]}
        />
        <ul>
          {describeTolerance(run.stepMinutes).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
          <li>Une valeur que l’un des deux n’a pas est comptée à part : elle n’est jamais prise pour zéro.</li>
        </ul>
      </PageSection>
    </>
  );
}

function Verdict({ comparison: { summary, explanation } }: { comparison: Comparison }) {
  const missing =
    summary.incompletePoints > 0
      ? `Le gestionnaire n’a pas tout publié pour ${formatCount(summary.incompletePoints, "PRM", "PRM")}.`
      : null;
  if (summary.differingFigures === 0) {
    return (
      <Notice tone="success" title={describeVerdict(summary)}>
        {formatCount(summary.figures, "valeur comparée", "valeurs comparées")}. {missing}
      </Notice>
    );
  }
  return (
    <Notice tone="warning" title={describeVerdict(summary)}>
      {explanation?.sentences.map((sentence, index) => (
        <p key={sentence}>
          {index === 0 && <strong>Raison probable : </strong>}
          {sentence}
        </p>
      ))}
      {explanation && explanation.claims.length > 0 && (
        <p>{describeExplainedPart(explanation.explainedRatio, explanation.isComplete)}</p>
      )}
      {missing && <p>{missing}</p>}
    </Notice>
  );
}

function linkOf(figure: NamedFigure, href: string, isAll: boolean, firstDay: string): { href?: Route } {
  const { prm, source, quantity, steps } = figure;
  if (source !== "curve" || prm === null || steps === null) return {};
  const atMs = steps.firstMs ?? steps.largestMs;
  const query = new URLSearchParams({
    prm,
    grandeur: quantity,
    jour: atMs === null ? firstDay : parisCivilDate(atMs),
    ...(isAll ? { lignes: "toutes" } : {}),
  });
  return { href: `${href}?${query}` as Route };
}
