import Image from "next/image";
import { FigureRow, FigureTile } from "@/components/ui/figure-tile";
import type { CouncilReport } from "@/lib/domain/report/council-report";
import { listCouncilSentences } from "@/lib/format/council-sentences";
import { describeReportCompleteness } from "@/lib/format/describe-report-completeness";
import { formatDay, formatPeriod } from "@/lib/format/format-date";
import { formatCount } from "@/lib/format/format-number";
import { listReportRemarks } from "@/lib/format/list-report-remarks";
import { listReportTiles } from "@/lib/format/list-report-tiles";
import { REPORT_DEFINITIONS, REPORT_SOURCES } from "@/lib/format/report-definitions";
import {
  listComparisonTables,
  listConsumerTable,
  listMonthTable,
  listProducerTable,
  listRunTable,
  listSeasonTables,
  listValueTables,
} from "@/lib/format/report-tables";
import styles from "./council-report-view.module.css";
import { MonthChart } from "./month-chart";
import { ReportTableView } from "./report-table-view";
import { SeasonCharts } from "./season-charts";

/** The picture at the head of a report. */
export type ReportLogo = {
  readonly src: string;
  readonly altText: string;
  readonly widthPx: number;
  readonly heightPx: number;
};

/** The report to the council as a page: the same words and figures as on paper, in the same order. */
export function CouncilReportView({ report, logo }: { report: CouncilReport; logo: ReportLogo | null }) {
  return (
    <article className={styles.report}>
      {logo && (
        <Image
          src={logo.src}
          alt={logo.altText}
          width={logo.widthPx}
          height={logo.heightPx}
          className={styles.logo}
          unoptimized
        />
      )}
      <Essentials report={report} />
      <div className={styles.detail}>
        <ReportTableView table={listMonthTable(report)} />
        {[...listValueTables(report), ...listComparisonTables(report)].map((table) => (
          <ReportTableView key={table.title} table={table} />
        ))}
        <ReportTableView table={listConsumerTable(report)} restFlow="complement" />
        <ReportTableView table={listProducerTable(report)} restFlow="surplus" />
        {listSeasonTables(report).map((table) => (
          <ReportTableView key={table.title} table={table}>
            <SeasonCharts days={report.typicalDays} />
          </ReportTableView>
        ))}
        <section className={styles.part}>
          <h2>Complétude et corrections</h2>
          <Sentences texts={describeReportCompleteness(report)} />
        </section>
        <ReportTableView table={listRunTable(report)} />
        <Definitions />
      </div>
    </article>
  );
}

function Essentials({ report }: { report: CouncilReport }) {
  const { operation, collectivityName, range, counts, writtenOn } = report;
  const number = operation.accNumber === null ? "" : ` (${operation.accNumber})`;
  const remarks = listReportRemarks(report);
  return (
    <section aria-labelledby="essentiel">
      <p className={styles.collectivity}>{collectivityName}</p>
      <h2 id="essentiel" className={styles.title}>
        {operation.name} : rapport au conseil
      </h2>
      <p className={styles.lead}>
        Opération d’autoconsommation collective{number}, {formatPeriod(range.from, range.toExclusive)}.{" "}
        {formatCount(counts.producers, "installation", "installations")} et{" "}
        {formatCount(counts.consumers, "point de consommation", "points de consommation")}. Rapport établi le{" "}
        {formatDay(writtenOn)}.
      </p>
      <FigureRow>
        {listReportTiles(report).map(({ label, value, detail }) => (
          <FigureTile key={label} label={label} value={value} freshness={detail} />
        ))}
      </FigureRow>
      <div className={styles.part}>
        <h3>À retenir</h3>
        <div className={styles.sentences}>
          <Sentences texts={listCouncilSentences(report)} />
        </div>
        {remarks.length > 0 && <Sentences texts={remarks} />}
      </div>
      <div className={styles.part}>
        <h3>Production mois par mois</h3>
        <MonthChart months={report.months} />
      </div>
      <div className={styles.part}>
        <h3>Ce que valent ces chiffres</h3>
        <Sentences texts={describeReportCompleteness(report)} />
      </div>
    </section>
  );
}

function Sentences({ texts }: { texts: readonly string[] }) {
  return (
    <ul>
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

function Definitions() {
  return (
    <section className={styles.part}>
      <h2>Sources et définitions</h2>
      {REPORT_SOURCES.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <dl className={styles.definitions}>
        {REPORT_DEFINITIONS.map(([term, meaning]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
