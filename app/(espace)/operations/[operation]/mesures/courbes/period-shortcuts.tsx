import type { Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { addDays, type CivilDate, civilDate } from "@/lib/domain/time/civil-date";
import { parisMidnightMs } from "@/lib/domain/time/paris-midnight-ms";
import type { ExplorerSearch } from "@/lib/schemas/explorer-search";
import { writeExplorerSearch } from "@/lib/schemas/write-explorer-search";
import styles from "./courbes.module.css";

const LENGTHS = [
  { label: "Dernier jour reçu", days: 1 },
  { label: "7 jours", days: 7 },
  { label: "31 jours", days: 31 },
  { label: "Un an", days: 365 },
] as const;

type PeriodShortcutsProps = { path: string; search: ExplorerSearch; lastDay: CivilDate };

/** The periods one looks at most, up to the last day that has values, and the calendar year of it. */
export function PeriodShortcuts({ path, search, lastDay }: PeriodShortcutsProps) {
  const end = addDays(lastDay, 1);
  const year = lastDay.slice(0, 4);
  const periods = [
    ...LENGTHS.map(({ label, days }) => ({ label, from: addDays(end, -days), to: end })),
    { label: `Année ${year}`, from: civilDate(`${year}-01-01`), to: civilDate(`${Number(year) + 1}-01-01`) },
  ];
  return (
    <nav aria-label="Périodes" className={styles.links}>
      {periods.map(({ label, from, to }) => {
        const next = { ...search, grain: null, startMs: parisMidnightMs(from), endMs: parisMidnightMs(to) };
        return (
          <ButtonLink
            key={label}
            href={`${path}${writeExplorerSearch(next)}` as Route}
            variant={isShown(search, next) ? "light" : "default"}
            size="compact-md"
          >
            {label}
          </ButtonLink>
        );
      })}
    </nav>
  );
}

function isShown(a: ExplorerSearch, b: ExplorerSearch): boolean {
  return a.startMs === b.startMs && a.endMs === b.endMs;
}
