import type { Content } from "pdfmake/interfaces";
import type {
  ParticipantStatement,
  StatementDay,
  StatementEnergies,
  StatementPoint,
  StatementRule,
} from "@/lib/domain/settlement/participant-statement";
import type { ScheduledPeriod } from "@/lib/domain/tariffs/tariff-periods";
import type { Period } from "@/lib/domain/time/period";
import { formatDay, formatPeriod, formatPeriodName } from "@/lib/format/format-date";
import { formatInstant } from "@/lib/format/format-instant";
import { formatCount, formatNumber } from "@/lib/format/format-number";
import { formatPercent, formatPpm } from "@/lib/format/format-percent";
import { RULE_REASONS } from "@/lib/format/rule-reasons";
import { TARIFF_PERIOD_WORDS } from "@/lib/format/tariff-words";
import { renderPdf } from "./render-pdf";
import { statementChart } from "./statement-chart";

/** What stands on every statement of a run. */
export type StatementFrame = {
  readonly operation: { readonly name: string; readonly accNumber: string | null };
  /** Who writes, line by line: name, address. */
  readonly sender: readonly string[];
  readonly period: Period;
  readonly version: number;
  readonly createdAt: Date;
  readonly stepMinutes: number;
};

const DAY_COLUMNS = 3;

/**
 * The statement of a participant on A4 pages: his own figures, in kWh with two decimals, and what the words mean.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 5.1.1 and 5.2.2.
 */
export function renderParticipantStatement(
  frame: StatementFrame,
  statement: ParticipantStatement,
): Promise<Uint8Array> {
  const { operation, period, version } = frame;
  const periodName = formatPeriodName(period.from, period.toExclusive);
  return renderPdf({
    title: `Relevé d’énergie partagée, ${periodName} : ${statement.participant.name}`,
    footer: `${operation.name} · ${periodName} · version ${version} du calcul`,
    content: [
      ...heading(frame, statement),
      ...consumption(frame, statement),
      ...production(frame, statement),
      ...howItWasShared(frame, statement),
      ...definitions(statement),
    ],
  });
}

function heading(frame: StatementFrame, { participant }: ParticipantStatement): Content[] {
  const { operation, sender, period, createdAt } = frame;
  const number = operation.accNumber === null ? "" : ` (${operation.accNumber})`;
  const address = [participant.name, ...(participant.address === null ? [] : [participant.address])];
  return [
    { text: sender.join("\n"), style: "note" },
    { text: address.join("\n"), margin: [270, 12, 0, 24] },
    { text: "Votre relevé d’énergie partagée", style: "title" },
    {
      text: `Période ${formatPeriod(period.from, period.toExclusive)}. Opération d’autoconsommation collective ${operation.name}${number}, calculée le ${formatInstant(createdAt)}.`,
      style: "lead",
    },
  ];
}

function consumption({ period }: StatementFrame, { consumption: told }: ParticipantStatement): Content[] {
  if (!told) return [];
  const { points, total, days, sources } = told;
  return [
    ...pointTable("Ce que vous avez consommé", ["Soutiré", "De l’opération", "Complément"], points, total, period),
    {
      text:
        total.energyWh === 0
          ? "Vos compteurs n’ont rien soutiré pendant la période."
          : `L’opération vous a fourni ${kwh(total.sharedWh)}, soit ${formatPercent(ratioOf(total))} de ce que vous avez soutiré. Le complément, ${kwh(total.restWh)}, reste chez votre fournisseur.`,
      margin: [0, 6, 0, 0],
    },
    ...sourceTable(sources, total.sharedWh),
    ...dayPart("Votre consommation jour par jour", days, {
      shared: "de l’opération",
      rest: "complément",
      restColour: "complement",
    }),
  ];
}

function production({ period }: StatementFrame, { production: told }: ParticipantStatement): Content[] {
  if (!told) return [];
  const { points, total, days, consumerCount } = told;
  return [
    ...pointTable("Ce que vous avez produit", ["Injecté", "Autoproduit", "Surplus"], points, total, period),
    {
      text:
        total.energyWh === 0
          ? "Vos installations n’ont rien injecté pendant la période."
          : `Les consommateurs de l’opération ont utilisé ${kwh(total.sharedWh)} de votre production, soit ${formatPercent(ratioOf(total))}, en ${formatCount(consumerCount, "point de livraison", "points de livraison")}. Le surplus, ${kwh(total.restWh)}, va à votre acheteur.`,
      margin: [0, 6, 0, 0],
    },
    ...dayPart("Votre production jour par jour", days, {
      shared: "utilisé dans l’opération",
      rest: "surplus",
      restColour: "surplus",
    }),
  ];
}

function pointTable(
  title: string,
  quantities: readonly [string, string, string],
  points: readonly StatementPoint[],
  total: StatementEnergies,
  period: Period,
): Content[] {
  const figures = ({ energyWh, sharedWh, restWh }: StatementEnergies, format: TextFormat) =>
    [energyWh, sharedWh, restWh].map((wh) => ({ text: number(wh), alignment: "right" as const, ...format }));
  const body = points.flatMap((point) => [
    [{ stack: [point.name, { text: describePoint(point, period), style: "note" }] }, ...figures(point, {})],
    ...point.parts.map((part) => [
      { text: part.period === null ? "poste non renseigné" : describePart(part.period), style: "note" },
      ...figures(part, { style: "note" }),
    ]),
  ]);
  const sum = points.length > 1 ? [[{ text: "Total", bold: true }, ...figures(total, { bold: true })]] : [];
  const header = quantities.map((text) => ({
    text: `${text} (kWh)`,
    style: "tableHeader",
    alignment: "right" as const,
  }));
  return [
    { text: title, style: "heading" },
    {
      table: {
        headerRows: 1,
        widths: ["*", 90, 95, 95],
        body: [[{ text: "Point de livraison", style: "tableHeader" }, ...header], ...body, ...sum],
      },
      layout: "lightHorizontalLines",
    },
  ];
}

type TextFormat = { readonly bold?: boolean; readonly style?: string };

// Days are said where they are not those of the whole statement.
function describePoint({ prm, days }: StatementPoint, period: Period): string {
  const isWhole = days.from === period.from && days.toExclusive === period.toExclusive;
  return isWhole ? `PRM ${prm}` : `PRM ${prm}, ${formatPeriod(days.from, days.toExclusive)}`;
}

const describePart = (period: ScheduledPeriod) => `dont ${period}, ${TARIFF_PERIOD_WORDS[period]}`;

function sourceTable(sources: NonNullable<ParticipantStatement["consumption"]>["sources"], totalWh: number): Content[] {
  const title: Content = { text: "D’où vient l’énergie de l’opération", style: "heading" };
  if (sources === null) {
    return [
      title,
      "Un de vos points de livraison a changé de titulaire pendant la période : ce que chaque producteur a fourni n’est connu que pour la période entière.",
    ];
  }
  if (sources.length === 0) return [title, "Vous n’avez pas reçu d’énergie de l’opération."];
  const right = (text: string) => ({ text, alignment: "right" as const });
  return [
    title,
    {
      table: {
        headerRows: 1,
        widths: ["*", 90, 60],
        body: [
          [
            { text: "Producteur", style: "tableHeader" },
            { ...right("Énergie (kWh)"), style: "tableHeader" },
            { ...right("Part"), style: "tableHeader" },
          ],
          ...sources.map(({ name, energyWh }) => [
            name,
            right(number(energyWh)),
            right(formatPercent(totalWh === 0 ? null : energyWh / totalWh)),
          ]),
        ],
      },
      layout: "lightHorizontalLines",
    },
  ];
}

function dayPart(title: string, days: readonly StatementDay[], parts: Parameters<typeof statementChart>[1]): Content[] {
  const perColumn = Math.ceil(days.length / DAY_COLUMNS);
  const columns = Array.from({ length: DAY_COLUMNS }, (_, index) =>
    days.slice(index * perColumn, (index + 1) * perColumn),
  ).filter((column) => column.length > 0);
  return [
    { stack: [{ text: title, style: "heading" }, ...statementChart(days, parts)], unbreakable: true },
    {
      columns: columns.map((column) => dayTable(column, [parts.shared, parts.rest])),
      columnGap: 14,
      margin: [0, 6, 0, 0],
      unbreakable: true,
    },
  ];
}

function dayTable(days: readonly StatementDay[], [shared, rest]: readonly [string, string]): Content {
  const right = (text: string) => ({ text, alignment: "right" as const });
  return {
    table: {
      headerRows: 1,
      widths: [48, "*", "*"],
      body: [
        [
          { text: "kWh", style: "tableHeader" },
          ...[shared, rest].map((text) => ({ ...right(text), style: "tableHeader" })),
        ],
        ...days.map(({ day, sharedWh, restWh }) => [formatDay(day), right(number(sharedWh)), right(number(restWh))]),
      ],
    },
    layout: "noBorders",
    fontSize: 7,
    lineHeight: 1,
  };
}

function howItWasShared({ stepMinutes }: StatementFrame, statement: ParticipantStatement): Content[] {
  const points = [...(statement.consumption?.points ?? []), ...(statement.production?.points ?? [])];
  const corrected = points.reduce((sum, { correctedSteps }) => sum + (correctedSteps ?? 0), 0);
  return [
    { text: "Comment la production a été partagée", style: "heading" },
    { ul: statement.rules.map((rule) => describeRule(rule)) },
    {
      text: `À chaque pas de ${stepMinutes} minutes, la part de la production affectée à un point de livraison ne dépasse jamais ce qu’il soutire ; ce qui dépasse devient du surplus, partagé entre les producteurs en proportion de ce qu’ils avaient affecté (convention, annexe 7).`,
      margin: [0, 4, 0, 0],
    },
    ...(corrected === 0
      ? []
      : [
          {
            text: `${formatCount(corrected, "valeur absente ou invalide de vos compteurs a été remplacée", "valeurs absentes ou invalides de vos compteurs ont été remplacées")} selon la convention (art. 5.2.3).`,
            margin: [0, 4, 0, 0] as [number, number, number, number],
          },
        ]),
  ];
}

function describeRule({ from, toExclusive, reason, articles, shares }: StatementRule): string {
  const own = shares.map(({ prm, ppm }) => `${formatPpm(ppm)} pour le PRM ${prm}`).join(" ; ");
  const articleList = articles.map((article) => `art. ${article}`).join(", ");
  return `${capitalize(formatPeriod(from, toExclusive))} : ${RULE_REASONS[reason]} (${articleList})${own === "" ? "" : ` ; ${own}`}.`;
}

function definitions({ consumption: consumed, production: produced }: ParticipantStatement): Content[] {
  const words = [
    ...(consumed
      ? [
          "Soutiré : l’énergie que votre compteur a prise au réseau.",
          "De l’opération (autoconsommé) : la part de cette énergie produite par l’opération au même moment.",
          "Complément : soutiré moins autoconsommé, que votre fournisseur vous facture.",
        ]
      : []),
    ...(produced
      ? [
          "Injecté : l’énergie que votre installation a donnée au réseau.",
          "Autoproduit : la part de cette énergie que les consommateurs de l’opération ont utilisée au même moment.",
          "Surplus : injecté moins autoproduit.",
        ]
      : []),
    "Les énergies sont en kilowattheures (kWh), arrondies à 0,01 kWh ; les parties s’additionnent. Les jours sont ceux de l’heure de Paris.",
    "Ce relevé est calculé par l’organisateur de l’opération à partir des mesures d’Enedis. Le résultat d’Enedis fait foi pour la facturation.",
  ];
  return [
    {
      stack: [{ text: "Ce que disent les mots", style: "heading" }, ...words.map((text) => ({ text, style: "note" }))],
      unbreakable: true,
    },
  ];
}

const number = (energyWh: number) => formatNumber(energyWh / 1000, { minDecimals: 2 });
const kwh = (energyWh: number) => `${number(energyWh)}\u00a0kWh`;
const ratioOf = ({ energyWh, sharedWh }: StatementEnergies) => sharedWh / energyWh;
const capitalize = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
