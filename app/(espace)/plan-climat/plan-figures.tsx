import { FigureRow, FigureTile } from "@/components/ui/figure-tile";
import { describeNextStar } from "@/lib/format/describe-next-star";
import { formatInstantDay } from "@/lib/format/format-instant";
import { formatCount, formatNumber } from "@/lib/format/format-number";
import { formatPercent } from "@/lib/format/format-percent";
import { splitPoints } from "@/lib/format/split-points";
import type { ClimateSummary } from "@/lib/services/climate-plan/summarize-climate-plan";

type PlanFiguresProps = { summary: ClimateSummary; importedAtMs: number | null };

const ONE = { minDecimals: 1 } as const;

/** Where the plan stands, in four figures. */
export function PlanFigures({ summary: { score, ratio, star, planned }, importedAtMs }: PlanFiguresProps) {
  const shown = splitPoints(score);
  const freshness =
    importedAtMs === null
      ? "référentiel fourni avec Prorata"
      : `référentiel importé le ${formatInstantDay(importedAtMs)}`;
  return (
    <FigureRow>
      <FigureTile
        label="Score"
        value={formatPercent(ratio)}
        period={`${formatNumber(shown.done, ONE)} sur ${formatNumber(shown.potential, ONE)} points`}
        freshness={freshness}
      />
      <FigureTile
        label="Étoiles permises par le score"
        value={formatCount(star, "étoile", "étoiles")}
        period={describeNextStar(star, score)}
        freshness="de 1 à 5"
      />
      <FigureTile
        label="Avec ce qui est programmé"
        value={formatPercent(planned.ratio)}
        period={`${formatNumber(shown.planned, ONE)} points programmés`}
        freshness={formatCount(planned.star, "étoile", "étoiles")}
      />
      <FigureTile
        label="Tâches renseignées"
        value={formatPercent(score.completedTasks / score.totalTasks, 0)}
        period={`${formatNumber(score.completedTasks)} sur ${formatNumber(score.totalTasks)}`}
        freshness={freshness}
      />
    </FigureRow>
  );
}
