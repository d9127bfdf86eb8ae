import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { termOfWord } from "@/components/help/term-of-word";
import { formatSignedPercent } from "@/lib/format/format-percent";
import styles from "./figure-tile.module.css";
import { HelpTerm } from "./help-term";

export type FigureComparison = { readonly changeRatio: number | null; readonly reference: string };

export type FigureTileProps = {
  /** A word of the glossary opens its definition. */
  label: ReactNode;
  /** Already formatted, without its unit (see `splitEnergy`). */
  value: string;
  unit?: string;
  /** `avril 2026`, `du 01/04/2026 au 30/04/2026`. */
  period?: string;
  /** `mesuré jusqu’au 30/04/2026`. */
  freshness?: string;
  /** The relative change and what it is compared with: « avril 2025 ». */
  comparison?: FigureComparison;
  /** More of them, in the order they are read. */
  comparisons?: readonly FigureComparison[];
  /** Where to tell what lacks, when the figure is not known. */
  link?: { readonly label: string; readonly href: Route };
  /** A colour of ENERGY_MARKS when the figure is one of the flows. */
  color?: string;
};

/** A big figure with all that makes it readable. At most four to a screen, in a FigureRow. */
export function FigureTile({
  label,
  value,
  unit,
  period,
  freshness,
  comparison,
  comparisons = [],
  link,
  color,
}: FigureTileProps) {
  return (
    <div className={styles.tile} style={color ? { borderTopColor: color } : undefined}>
      <dt className={styles.label}>{typeof label === "string" ? explain(label) : label}</dt>
      <dd className={styles.value}>
        {value}
        {unit && <span className={styles.unit}>{`\u00a0${unit}`}</span>}
      </dd>
      {[...(comparison ? [comparison] : []), ...comparisons].map((each) => (
        <dd key={each.reference} className={styles.comparison}>
          {describeChange(each)}
        </dd>
      ))}
      {link && (
        <dd className={styles.comparison}>
          <Link href={link.href}>{link.label}</Link>
        </dd>
      )}
      {(period || freshness) && <dd className={styles.note}>{[period, freshness].filter(Boolean).join(" · ")}</dd>}
    </div>
  );
}

function explain(label: string): ReactNode {
  const term = termOfWord(label);
  return term ? <HelpTerm term={term}>{label}</HelpTerm> : label;
}

/** Lays out figure tiles as one list of terms and values. */
export function FigureRow({ children }: { children: ReactNode }) {
  return <dl className={styles.row}>{children}</dl>;
}

function describeChange({ changeRatio, reference }: FigureComparison): string {
  if (changeRatio === null) return `pas de comparaison avec ${reference}`;
  const change = formatSignedPercent(changeRatio);
  if (Math.round(changeRatio * 100) === 0) return `stable par rapport à ${reference}`;
  return `${changeRatio > 0 ? "en hausse" : "en baisse"} : ${change} par rapport à ${reference}`;
}
