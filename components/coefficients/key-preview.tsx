"use client";

import type { Route } from "next";
import Link from "next/link";
import { ENERGY_MARKS } from "@/components/charts/energy-colors";
import { FigureRow, FigureTile } from "@/components/ui/figure-tile";
import { HelpTerm } from "@/components/ui/help-term";
import { Notice } from "@/components/ui/notice";
import { compareRates, describePreviewLimits } from "@/lib/format/describe-preview";
import { formatPeriod } from "@/lib/format/format-date";
import { formatEnergy, splitEnergy } from "@/lib/format/format-energy";
import { formatCount } from "@/lib/format/format-number";
import { formatPercent } from "@/lib/format/format-percent";
import type { CoefficientPreview } from "@/lib/schemas/api/coefficient-preview";
import styles from "./key-preview.module.css";
import { PreviewMonths } from "./preview-months";
import type { KeyPreviewState } from "./use-key-preview";

type KeyPreviewProps = {
  state: KeyPreviewState;
  /** Why the key cannot be tried as it stands; the last answer stays. */
  pause: string | null;
  /** Of the operation, for addresses and file names. */
  slug: string;
};

const LEFT_OUT_REASONS = {
  no_figure: "ni mesure, ni chiffre sur sa fiche",
  no_profile: "pas de mesure, et aucun profil type pour cette énergie",
} as const;

/** What a key would have given over twelve months, beside the one in force; the last answer stays while one waits. */
export function KeyPreview({ state: { preview, isBusy, refusal }, pause, slug }: KeyPreviewProps) {
  return (
    <div className={styles.preview} aria-busy={isBusy}>
      <p className={styles.state} role="status">
        {pause ?? (isBusy ? "Calcul de l’aperçu…" : preview && "Aperçu à jour.")}
      </p>
      {refusal && (
        <Notice tone="danger" title="L’aperçu n’est pas calculé" live>
          {refusal}
        </Notice>
      )}
      {preview && (
        <div className={styles.figures}>
          <p>
            Ce que cette clé aurait donné {formatPeriod(preview.from, preview.toExclusive)}, avec les participants
            d’aujourd’hui, à côté de {nameReference(preview.inForce)}.
          </p>
          <Limits preview={preview} slug={slug} />
          <Figures preview={preview} />
          <PreviewMonths preview={preview} fileName={`${slug}-apercu-mois`} />
        </div>
      )}
    </div>
  );
}

function nameReference({ kind, comparedKind }: CoefficientPreview["inForce"]): string {
  if (kind === null) return "la clé par défaut, qui s’applique tant qu’aucune n’est choisie";
  if (comparedKind === kind) return "la clé en vigueur";
  return "la clé par défaut : celle en vigueur est dynamique, ses coefficients changent chaque mois";
}

function Limits({ preview, slug }: { preview: CoefficientPreview; slug: string }) {
  const remarks = describePreviewLimits(preview);
  const { leftOut } = preview;
  return (
    <>
      {remarks.length > 0 && (
        <Notice title="Ce sur quoi repose cet aperçu">
          <ul className={styles.remarks}>
            {remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        </Notice>
      )}
      {leftOut.length > 0 && (
        <Notice
          tone="warning"
          title={`${formatCount(leftOut.length, "site est laissé", "sites sont laissés")} de côté, faute de tout chiffre`}
        >
          <ul className={styles.remarks}>
            {leftOut.map(({ prm, name, reason }) => (
              <li key={prm}>
                <Link href={`/operations/${slug}/participants/prm/${prm}` as Route}>{name}</Link> :{" "}
                {LEFT_OUT_REASONS[reason]}.
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

function Figures({ preview: { tried, inForce, boundWh } }: { preview: CoefficientPreview }) {
  const surplus = splitEnergy(tried.surplusWh);
  const compare = (read: (totals: typeof tried) => number | null) =>
    compareRates(read(tried), read(inForce), "clé en vigueur");
  return (
    <FigureRow>
      <FigureTile
        label="Taux d’autoconsommation"
        value={formatPercent(tried.selfConsumptionRate)}
        period={compare(({ selfConsumptionRate }) => selfConsumptionRate)}
        color={ENERGY_MARKS.selfConsumed.color}
      />
      <FigureTile
        label="Taux d’autoproduction"
        value={formatPercent(tried.selfProductionRate)}
        period={compare(({ selfProductionRate }) => selfProductionRate)}
      />
      <FigureTile
        label="Surplus"
        {...surplus}
        period={`clé en vigueur : ${formatEnergy(inForce.surplusWh)}`}
        color={ENERGY_MARKS.surplus.color}
      />
      <FigureTile
        label={
          <HelpTerm term="meilleur-possible" more={`Sur ces douze mois : ${formatEnergy(boundWh)}.`}>
            Part du meilleur possible
          </HelpTerm>
        }
        value={formatPercent(tried.boundRatio)}
        period={compare(({ boundRatio }) => boundRatio)}
      />
    </FigureRow>
  );
}
