import "server-only";
import { settlementRates } from "@/lib/domain/settlement/settlement-rates";
import { parisOffsetMs } from "@/lib/domain/time/paris-offset-ms";
import type { TimeAxis } from "@/lib/domain/time/time-axis";
import { formatPeriod } from "@/lib/format/format-date";
import type { WorkbookCell, WorkbookSheet } from "@/lib/formats/workbook/stream-workbook";
import type { OutputPowers, PointPowers } from "./read-output-powers";
import type { OutputPoint, OutputRun } from "./read-output-run";

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
/** 1 January 1970 in the calendar of spreadsheets. */
const EPOCH_DAY = 25_569;

const TEXT = (header: string, width = 28) => ({ header, width, format: "text" as const });
const ENERGY = (header: string) => ({ header: `${header} (kWh)`, width: 18, format: "energy" as const });

/**
 * A run as a workbook to read: the figures of the operation, who used and gave what, from whom to whom, and the curves.
 *
 * Every sheet has the roundings of annexe 6: 0.01 kWh for totals, 1 W for curves, so that what is added up agrees.
 */
export function listRunSheets(output: OutputRun, powers: OutputPowers): readonly WorkbookSheet[] {
  return [
    summarySheet(output),
    participantSheet(output),
    pointSheet("Consommateurs", ["Soutirage", "Autoconsommé", "Complément"], output.consumers),
    pointSheet("Producteurs", ["Injection", "Autoproduit", "Surplus"], output.producers),
    tariffSheet(output),
    pairSheet(output),
    operationCurves(powers),
    pointCurves("Soutirage par pas", output.consumers, powers.consumers, "energyW", powers.axis),
    pointCurves("Autoconsommé par pas", output.consumers, powers.consumers, "sharedW", powers.axis),
    pointCurves("Injection par pas", output.producers, powers.producers, "energyW", powers.axis),
    pointCurves("Autoproduit par pas", output.producers, powers.producers, "sharedW", powers.axis),
  ];
}

function summarySheet({ operation: { sheet }, run, totals, producers, consumers }: OutputRun): WorkbookSheet {
  const rates = settlementRates(run);
  const percent = (rate: number | null) => (rate === null ? "–" : `${(rate * 100).toFixed(1).replace(".", ",")} %`);
  const kwh = (energyWh: number) => toKwh(energyWh);
  return {
    name: "Synthèse",
    columns: [TEXT("Indicateur", 44), { header: "Valeur", width: 24, format: "energy" }, TEXT("Unité", 10)],
    rows: [
      ["Opération", sheet.name, null],
      ["Numéro", sheet.accNumber ?? "–", null],
      ["Période", formatPeriod(run.period.from, run.period.toExclusive), null],
      ["Version du calcul", run.version, null],
      ["Production totale", kwh(totals.productionWh), "kWh"],
      ["Consommation totale (soutirage)", kwh(totals.withdrawalWh), "kWh"],
      ["Autoconsommation totale", kwh(totals.selfConsumedWh), "kWh"],
      ["Complément des fournisseurs", kwh(totals.complementWh), "kWh"],
      ["Surplus collectif", kwh(totals.surplusWh), "kWh"],
      ["Taux d’autoconsommation", percent(rates.selfConsumptionRate), null],
      ["Taux d’autoproduction", percent(rates.selfProductionRate), null],
      ["Taux de couverture", percent(rates.coverageRate), null],
      ["Producteurs", producers.length, "PRM"],
      ["Consommateurs", consumers.length, "PRM"],
      ["Pas de temps corrigés (art. 5.2.3)", run.correctedSteps, "pas"],
      ["Pas de la courbe", run.stepMinutes, "min"],
      ["Arrondis", "totaux : 0,01 kWh ; courbes : 1 W ; les parties s’additionnent", null],
      ["Complément d’un PRM", "soutirage − autoconsommé", null],
      ["Surplus d’un producteur", "injection − autoproduit", null],
    ],
  };
}

type ParticipantSum = {
  readonly name: string;
  readonly points: Set<string>;
  drawn: number;
  used: number;
  fed: number;
  given: number;
};

/** Each participant with what all his metering points used and gave. */
function participantSheet({ consumers, producers }: OutputRun): WorkbookSheet {
  const sums = new Map<string, ParticipantSum>();
  const sumOf = ({ holderKey, participantName: name, prm }: OutputPoint) => {
    const found = sums.get(holderKey) ?? { name, drawn: 0, used: 0, fed: 0, given: 0, points: new Set<string>() };
    found.points.add(prm);
    sums.set(holderKey, found);
    return found;
  };
  for (const point of consumers) {
    const sum = sumOf(point);
    sum.drawn += point.energyWh;
    sum.used += point.sharedWh;
  }
  for (const point of producers) {
    const sum = sumOf(point);
    sum.fed += point.energyWh;
    sum.given += point.sharedWh;
  }
  return {
    name: "Participants",
    columns: [
      TEXT("Participant", 36),
      { header: "PRM", width: 8, format: "count" },
      ...["Soutirage", "Autoconsommé", "Complément", "Injection", "Autoproduit", "Surplus"].map(ENERGY),
    ],
    rows: [...sums.values()]
      .toSorted((one, other) => one.name.localeCompare(other.name, "fr"))
      .map(({ name, drawn, used, fed, given, points }) => [
        name,
        points.size,
        ...[drawn, used, drawn - used, fed, given, fed - given].map(toKwh),
      ]),
  };
}

function pointSheet(name: string, quantities: readonly string[], points: readonly OutputPoint[]): WorkbookSheet {
  return {
    name,
    columns: [
      TEXT("PRM", 18),
      TEXT("Site"),
      TEXT("Participant", 36),
      ...quantities.map(ENERGY),
      { header: "Part de l’opération", width: 14, format: "percent" },
      { header: "Pas corrigés", width: 12, format: "count" },
    ],
    rows: points.map(({ prm, name: site, participantName, energyWh, sharedWh, restWh, correctedSteps }) => [
      prm,
      site,
      participantName,
      ...[energyWh, sharedWh, restWh].map(toKwh),
      energyWh === 0 ? null : sharedWh / energyWh,
      correctedSteps,
    ]),
  };
}

/** The tariff periods of the metering points whose off-peak hours are known. */
function tariffSheet({ consumers, producers }: OutputRun): WorkbookSheet {
  const rows = (role: string, points: readonly OutputPoint[]) =>
    points
      .filter(({ parts }) => parts.some(({ period }) => period !== null))
      .flatMap(({ prm, name, parts }) =>
        parts.map(({ period, energyWh, sharedWh, restWh }) => [
          role,
          prm,
          name,
          period ?? "non renseigné",
          ...[energyWh, sharedWh, restWh].map(toKwh),
        ]),
      );
  return {
    name: "Postes horaires",
    columns: [
      TEXT("Rôle", 16),
      TEXT("PRM", 18),
      TEXT("Site"),
      TEXT("Poste", 16),
      ...["Soutirage ou injection", "Part de l’opération", "Complément ou surplus"].map(ENERGY),
    ],
    rows: [...rows("consommateur", consumers), ...rows("producteur", producers)],
  };
}

/** What each producer gave each consumer, P_ij* (annexe 7, step 5). */
function pairSheet({ producers, consumers, pairsWh }: OutputRun): WorkbookSheet {
  return {
    name: "Répartition",
    columns: [
      TEXT("PRM producteur", 18),
      TEXT("Producteur"),
      TEXT("PRM consommateur", 18),
      TEXT("Consommateur"),
      ENERGY("Énergie partagée"),
    ],
    rows: producers.flatMap((producer, i) =>
      consumers.map((consumer, j) => [
        producer.prm,
        producer.name,
        consumer.prm,
        consumer.name,
        toKwh(pairsWh[i]?.[j] ?? Number.NaN),
      ]),
    ),
  };
}

function operationCurves({ axis, withdrawalW, productionW, selfConsumedW }: OutputPowers): WorkbookSheet {
  const quantities = ["Production", "Soutirage", "Autoconsommé", "Complément", "Surplus"];
  return curveSheet("Opération par pas", quantities, axis, (step) => {
    const [produced, drawn, shared] = [productionW, withdrawalW, selfConsumedW].map(
      (curve) => curve[step] as number,
    ) as [number, number, number];
    return [produced, drawn, shared, drawn - shared, produced - shared];
  });
}

function pointCurves(
  name: string,
  points: readonly OutputPoint[],
  powers: readonly PointPowers[],
  curve: keyof PointPowers,
  axis: TimeAxis,
): WorkbookSheet {
  const headers = points.map(({ prm, name: site }) => `${site} ${prm}`);
  return curveSheet(name, headers, axis, (step) => powers.map((point) => point[curve][step] as number));
}

function curveSheet(
  name: string,
  headers: readonly string[],
  axis: TimeAxis,
  powersAt: (step: number) => readonly number[],
): WorkbookSheet {
  const { startMs, stepMinutes, length } = axis;
  function* rows(): Generator<readonly WorkbookCell[]> {
    for (let step = 0; step < length; step += 1) {
      const instantMs = startMs + step * stepMinutes * MINUTE_MS;
      const offsetMs = parisOffsetMs(instantMs);
      const time = EPOCH_DAY + (instantMs + offsetMs) / DAY_MS;
      const energies = powersAt(step).map((powerW) => toKwh((powerW * stepMinutes) / 60));
      yield [time, `UTC+${offsetMs / HOUR_MS}`, ...energies];
    }
  }
  return {
    name,
    columns: [
      { header: "Début (heure de Paris)", width: 18, format: "time" },
      TEXT("Décalage", 10),
      ...headers.map((header) => ({ header: `${header} (kWh)`, width: 16, format: "fine" as const })),
    ],
    rows: rows(),
    frozenColumns: 2,
  };
}

function toKwh(energyWh: number): number | null {
  return Number.isNaN(energyWh) ? null : energyWh / 1000;
}
