import type { Route } from "next";
import Link from "next/link";
import { CopyText } from "@/components/ui/copy-text";
import { Notice } from "@/components/ui/notice";

import type { Period } from "@/lib/domain/time/period";
import { formatCount } from "@/lib/format/format-number";
import { describeLackingDays, missingMeasuresLetter } from "@/lib/format/missing-measures-letter";
import type { AuthorizedOperation } from "@/lib/server/access";
import type { PointCompleteness } from "@/lib/services/read-completeness";
import styles from "./missing-by-name.module.css";

type MissingByNameProps = {
  sheet: AuthorizedOperation["sheet"];
  period: Period;
  /** « octobre 2026 » */
  periodName: string;
  points: readonly PointCompleteness[];
};

/** Who lacks which days of a period that is over, and what to write to have them. */
export function MissingByName({ sheet, period, periodName, points }: MissingByNameProps) {
  const lacking = points.filter(({ absentDays, partialDays }) => absentDays.length + partialDays.length > 0);
  if (lacking.length === 0) return null;
  const count = formatCount(lacking.length, "courbe n’est pas entière", "courbes ne sont pas entières");
  return (
    <>
      <Notice tone="warning" title={`${count}, ${periodName}`}>
        <ul className={styles.list}>
          {lacking.map((point) => (
            <li key={point.id}>
              <Link href={`/operations/${sheet.slug}/mesures/prm/${point.prm}${firstHole(point)}` as Route}>
                {point.name}
              </Link>
              {` (${point.role === "producer" ? "injection" : "soutirage"}) : ${describeLackingDays(point)}`}
            </li>
          ))}
        </ul>
      </Notice>
      <details className={styles.letter}>
        <summary>Un texte à envoyer au gestionnaire de réseau</summary>
        <CopyText label="Message" text={missingMeasuresLetter(sheet, period, lacking)} />
      </details>
    </>
  );
}

/** Leads to the first day that needs a look. */
export function firstHole({ absentDays, partialDays }: PointCompleteness): string {
  const [day] = [...absentDays, ...partialDays].sort();
  return day ? `?jour=${day}` : "";
}
