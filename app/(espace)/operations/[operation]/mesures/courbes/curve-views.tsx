import type { Route } from "next";
import { LoadDurationChart } from "@/components/charts/load-duration-chart";
import { WeekHeatMap } from "@/components/charts/week-heat-map";
import { ButtonLink } from "@/components/ui/button-link";
import type { ExplorerWindow } from "@/lib/domain/explorer/snap-window";
import { describeCurve } from "@/lib/format/describe-curve";
import { formatPeriodName } from "@/lib/format/format-date";
import type { ExplorerSearch, ExplorerView } from "@/lib/schemas/explorer-search";
import { writeExplorerSearch } from "@/lib/schemas/write-explorer-search";
import type { Explorer } from "@/lib/services/measures/read-explorer";
import styles from "./courbes.module.css";
import { CurveExplorer } from "./curve-explorer";
import { toLoadDurations, toPlotData, toWeekHours } from "./explorer-view";

const VIEWS: readonly { readonly view: ExplorerView; readonly label: string }[] = [
  { view: "courbe", label: "Dans le temps" },
  { view: "monotone", label: "Monotone de puissance" },
  { view: "semaine", label: "Semaine moyenne" },
];
/** Above so many, one does not compare weeks by eye. */
const MAX_WEEKS = 6;

type CurveViewsProps = {
  explorer: Explorer;
  search: ExplorerSearch & ExplorerWindow;
  path: string;
  subtitle: string;
  fileName: string;
};

/** The curves in one of three ways; only that one is computed. */
export function CurveViews({ explorer, search, path, subtitle, fileName }: CurveViewsProps) {
  if (explorer.curves.length === 0) return null;
  return (
    <>
      <nav aria-label="Façons de voir" className={styles.views}>
        {VIEWS.map(({ view, label }) => (
          <ButtonLink
            key={view}
            href={`${path}${writeExplorerSearch({ ...search, view })}` as Route}
            variant={view === search.view ? "light" : "default"}
            size="compact-md"
          >
            {label}
          </ButtonLink>
        ))}
      </nav>
      <Shown explorer={explorer} search={search} path={path} subtitle={subtitle} fileName={fileName} />
    </>
  );
}

function Shown({ explorer, search, path, subtitle, fileName }: CurveViewsProps) {
  if (search.view === "monotone") {
    return (
      <LoadDurationChart
        curves={toLoadDurations(explorer)}
        title="Monotone de puissance"
        subtitle={subtitle}
        fileName={`${fileName}-monotone`}
      />
    );
  }
  if (search.view === "semaine") {
    return explorer.curves
      .slice(0, MAX_WEEKS)
      .map((curve) => (
        <WeekHeatMap
          key={curve.id}
          week={toWeekHours(curve)}
          title={`Semaine moyenne, ${describeCurve(curve)}`}
          subtitle={subtitle}
          fileName={`${fileName}-semaine`}
        />
      ));
  }
  const { otherPeriod } = explorer;
  const otherLabel = otherPeriod && formatPeriodName(otherPeriod.from, otherPeriod.toExclusive);
  const { data, grain } = toPlotData(explorer, search.grain, otherLabel);
  return (
    <CurveExplorer
      path={path}
      search={search}
      stepMinutes={explorer.stepMinutes}
      data={data}
      title={TITLES[grain]}
      subtitle={subtitle}
      fileName={fileName}
    />
  );
}

const TITLES = {
  step: "Puissance à chaque pas",
  hour: "Puissance par heure",
  day: "Puissance par jour",
  week: "Puissance par semaine",
  month: "Puissance par mois",
} as const;
