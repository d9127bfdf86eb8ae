import type { MeasureIdentifier } from "@/lib/domain/identifiers/classify-measure-identifier";
import { identifierText } from "@/lib/domain/identifiers/identifier-text";
import { parseTariffPeriod } from "@/lib/domain/tariffs/parse-tariff-period";
import { sumKnownEnergy } from "@/lib/formats/annex-6/sum-known-energy";
import { writeKwh } from "@/lib/formats/annex-6/write-kwh";
import type { ProblemLog } from "@/lib/formats/problem-log";
import type { CellPlace } from "@/lib/formats/workbook/cell-place";
import * as sheetMessages from "@/lib/formats/workbook/sheet-messages";
import { isSumWithinRounding } from "./is-sum-within-rounding";
import * as messages from "./summary-messages";
import type { ConsumerEnergies, ConsumerSummary, PeriodEnergies } from "./summary-workbook";

type Entry = {
  readonly identifier: MeasureIdentifier;
  /** Of a tariff period; null for all of them together. */
  readonly label: string | null;
  readonly energies: ConsumerEnergies;
  readonly place: CellPlace;
};
type Collected = {
  readonly identifier: MeasureIdentifier;
  readonly lineOfLabel: Map<string | null, number>;
  readonly byPeriod: PeriodEnergies[];
  total: ConsumerEnergies | null;
};

/** Gathers the rows of the sheet of the consumers by point. */
export class ConsumerCollector {
  readonly #sheet: string;
  readonly #log: ProblemLog;
  readonly #byId = new Map<string, Collected>();

  constructor(sheet: string, log: ProblemLog) {
    this.#sheet = sheet;
    this.#log = log;
  }

  add({ identifier, label, energies, place }: Entry): void {
    const id = identifierText(identifier);
    const point: Collected = this.#byId.get(id) ?? { identifier, lineOfLabel: new Map(), byPeriod: [], total: null };
    this.#byId.set(id, point);
    const first = point.lineOfLabel.get(label);
    if (first !== undefined) {
      this.#tellTwice(id, label, first, place);
      return;
    }
    point.lineOfLabel.set(label, place.line);
    if (label === null) point.total = energies;
    else point.byPeriod.push({ label, tariffPeriod: parseTariffPeriod(label), ...energies });
  }

  /** The points, in the order of their first rows; a total that is not given is the sum of the periods. */
  finish(): readonly ConsumerSummary[] {
    return Array.from(this.#byId.values(), ({ identifier, byPeriod, total, lineOfLabel }) => {
      const sums = sumPeriods(byPeriod);
      if (total && byPeriod.length > 0) this.#compare(total, sums, byPeriod.length, lineOfLabel.get(null));
      return { identifier, ...(total ?? sums), byPeriod };
    });
  }

  #tellTwice(id: string, label: string | null, first: number, { sheet, line, column }: CellPlace): void {
    const place = { sheet, line, column };
    if (label === null) {
      this.#log.error("PRM_TWICE", place, () => sheetMessages.duplicatePrm(sheet, id, first, line));
    } else {
      this.#log.error("PERIOD_TWICE", place, () => messages.periodTwice(sheet, id, label, first, line));
    }
  }

  #compare(total: ConsumerEnergies, sums: ConsumerEnergies, count: number, line: number | undefined): void {
    for (const quantity of ["withdrawalWh", "selfConsumedWh", "complementWh"] as const) {
      const [announced, sum] = [total[quantity], sums[quantity]];
      if (announced === null || sum === null || isSumWithinRounding(announced, sum, count)) continue;
      const what = `Feuille « ${this.#sheet} », ligne ${line}`;
      this.#log.warning("SUM_DIFFERS", { sheet: this.#sheet, line }, () =>
        messages.sumDiffers(what, writeKwh(announced), writeKwh(sum)),
      );
    }
  }
}

function sumPeriods(periods: readonly PeriodEnergies[]): ConsumerEnergies {
  return {
    withdrawalWh: sumKnownEnergy(periods.map(({ withdrawalWh }) => withdrawalWh)),
    selfConsumedWh: sumKnownEnergy(periods.map(({ selfConsumedWh }) => selfConsumedWh)),
    complementWh: sumKnownEnergy(periods.map(({ complementWh }) => complementWh)),
  };
}
