import type { Route } from "next";
import Link from "next/link";
import type { PublicMonth } from "@/lib/domain/publishing/public-figures";
import { formatPeriodName } from "@/lib/format/format-date";
import { type EnergyUnit, toEnergyUnit } from "@/lib/format/format-energy";
import { formatInstantDay } from "@/lib/format/format-instant";
import { formatRoundEuros } from "@/lib/format/format-money";
import { formatNumber, formatQuantity, UNKNOWN } from "@/lib/format/format-number";
import { formatPercent } from "@/lib/format/format-percent";
import { roundEnergyFlows } from "@/lib/format/round-energy-flows";
import styles from "./publishing.module.css";

type PublicMonthsTableProps = {
  /** Latest first. */
  months: readonly PublicMonth[];
  unit: EnergyUnit;
  /** What the last decimal written is worth. [Wh] */
  writtenWh: number;
  /** Files of the same figures, while they are public. */
  files?: readonly { readonly label: string; readonly href: string }[];
  /** Where a period is shown, with `{debut}` in place of its first day. */
  periodHref?: string;
};

const HELD_BACK = "retenu";
const ENERGIES = ["production", "selfConsumed", "surplus", "withdrawal", "complement"] as const;

/** Every published month with its figures; « retenu » where one is held back. A plain table: it needs no script. */
export function PublicMonthsTable({ months, unit, writtenWh, files = [], periodHref }: PublicMonthsTableProps) {
  const hasCarbon = months.some(({ avoidedCarbonG }) => avoidedCarbonG !== null);
  const hasMoney = months.some(({ savedCents }) => savedCents !== null);
  return (
    <section className={styles.scroll} aria-label="Tableau des mois publiés">
      <table className={styles.table}>
        <caption>
          <span className={styles.caption}>
            Énergies en {unit}, du mois le plus récent au plus ancien.{" "}
            {files.map(({ label, href }) => (
              <a key={href} href={href} data-no-print>
                {label}
              </a>
            ))}
          </span>
        </caption>
        <thead>
          <tr>
            <th scope="col">Période</th>
            <th scope="col">Production</th>
            <th scope="col">Autoconsommé</th>
            <th scope="col">Surplus</th>
            <th scope="col">Soutirage</th>
            <th scope="col">Complément</th>
            <th scope="col">Taux d’autoconsommation</th>
            <th scope="col">Taux d’autoproduction</th>
            {hasCarbon && <th scope="col">CO₂ évité</th>}
            {hasMoney && <th scope="col">Économie</th>}
            <th scope="col">Calculé le</th>
          </tr>
        </thead>
        <tbody>
          {months.map((month) => (
            <tr key={month.period.from}>
              <th scope="row">{namePeriod(month, periodHref)}</th>
              {energyCells(month, unit, writtenWh)}
              <Cell isHeld={isHeld(month)}>{formatPercent(month.selfConsumptionRate)}</Cell>
              <Cell isHeld={isHeld(month)}>{formatPercent(month.selfProductionRate)}</Cell>
              {hasCarbon && <Cell isHeld={isHeld(month)}>{formatCarbon(month.avoidedCarbonG)}</Cell>}
              {hasMoney && <Cell isHeld={isHeld(month)}>{formatRoundEuros(month.savedCents)}</Cell>}
              <td>{formatInstantDay(month.settledAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function namePeriod({ period }: PublicMonth, href: string | undefined) {
  const name = formatPeriodName(period.from, period.toExclusive);
  return href ? <Link href={href.replace("{debut}", period.from) as Route}>{name}</Link> : name;
}

function energyCells(month: PublicMonth, unit: EnergyUnit, writtenWh: number) {
  const shown = roundEnergyFlows(
    {
      production: month.productionWh,
      withdrawal: month.withdrawalWh,
      selfConsumed: month.selfConsumedWh,
      surplus: month.surplusWh,
      complement: month.complementWh,
    },
    writtenWh,
  );
  return ENERGIES.map((flow) => (
    <Cell key={flow} isHeld={shown[flow] === null}>
      {formatNumber(toEnergyUnit(shown[flow], unit), { minDecimals: 1 })}
    </Cell>
  ));
}

function Cell({ isHeld: held, children }: { isHeld: boolean; children: string }) {
  return held ? <td className={styles.held}>{HELD_BACK}</td> : <td>{children}</td>;
}

const isHeld = ({ selfConsumedWh }: PublicMonth) => selfConsumedWh === null;

const formatCarbon = (grams: number | null) => (grams === null ? UNKNOWN : formatQuantity(grams / 1000, "kg"));
