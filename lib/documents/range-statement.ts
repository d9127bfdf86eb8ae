import type { Content } from "pdfmake/interfaces";
import type { RangeStatement, StatementMonth } from "@/lib/domain/report/range-statement";
import type { StatementEnergies } from "@/lib/domain/settlement/participant-statement";
import type { Period } from "@/lib/domain/time/period";
import { formatPeriodName } from "@/lib/format/format-date";
import { formatInstantDay } from "@/lib/format/format-instant";
import { formatNumber, UNKNOWN } from "@/lib/format/format-number";
import { formatPercent } from "@/lib/format/format-percent";
import { formatRange } from "@/lib/format/report-range-words";
import { renderPdf } from "./render-pdf";

/** What stands on every statement of a range. */
export type RangeStatementFrame = {
  readonly operation: { readonly name: string; readonly accNumber: string | null };
  /** Who writes, line by line: name, address. */
  readonly sender: readonly string[];
  /** From the first to the last settled period. */
  readonly range: Period;
};

/**
 * The statement of a participant over several periods on A4 pages: one line for each, in kWh with two decimals.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 5.1.1 and 5.2.2.
 */
export function renderRangeStatement(
  { operation, sender, range }: RangeStatementFrame,
  { participant, months }: RangeStatement,
): Promise<Uint8Array> {
  const name = formatRange(range);
  const number = operation.accNumber === null ? "" : ` (${operation.accNumber})`;
  const address = [participant.name, ...(participant.address === null ? [] : [participant.address])];
  return renderPdf({
    title: `Relevé d’énergie partagée, ${name} : ${participant.name}`,
    footer: `${operation.name} · ${name}`,
    content: [
      { text: sender.join("\n"), style: "note" },
      { text: address.join("\n"), margin: [270, 12, 0, 24] },
      { text: "Votre relevé d’énergie partagée", style: "title" },
      { text: `Opération d’autoconsommation collective ${operation.name}${number}, ${name}.`, style: "lead" },
      ...monthTable("Ce que vous avez consommé", ["Soutiré", "De l’opération", "Complément"], months, "consumption"),
      ...monthTable("Ce que vous avez produit", ["Injecté", "Autoproduit", "Surplus"], months, "production"),
      { text: "Ce que disent les mots", style: "heading" },
      ...WORDS.map((text): Content => ({ text, style: "note" })),
    ],
  });
}

function monthTable(
  title: string,
  quantities: readonly [string, string, string],
  months: readonly StatementMonth[],
  role: "consumption" | "production",
): Content[] {
  const known = months.flatMap((month) => month[role] ?? []);
  if (known.length === 0) return [];
  const header = ["Période", ...quantities.map((text) => `${text} (kWh)`), "Part", "Calcul"];
  return [
    { text: title, style: "heading" },
    {
      table: {
        headerRows: 1,
        widths: ["*", 75, 85, 80, 45, 90],
        dontBreakRows: true,
        body: [
          header.map((text, index) => ({ text, style: "tableHeader", ...(index === 0 ? {} : RIGHT) })),
          ...months.map((month) => [
            formatPeriodName(month.period.from, month.period.toExclusive),
            ...cells(month[role]),
            { text: `v${month.version}, ${formatInstantDay(month.createdAt)}`, style: "note", ...RIGHT },
          ]),
          [{ text: "Total", bold: true }, ...cells(sumOf(known)).map((cell) => ({ ...cell, bold: true })), ""],
        ],
      },
      layout: "lightHorizontalLines",
    },
  ];
}

const RIGHT = { alignment: "right" as const };

function cells(energies: StatementEnergies | null) {
  const texts = energies
    ? [
        ...[energies.energyWh, energies.sharedWh, energies.restWh].map((wh) =>
          formatNumber(wh / 1000, { minDecimals: 2 }),
        ),
        formatPercent(energies.energyWh === 0 ? null : energies.sharedWh / energies.energyWh),
      ]
    : Array.from({ length: 4 }, () => UNKNOWN);
  return texts.map((text) => ({ text, ...RIGHT }));
}

function sumOf(months: readonly StatementEnergies[]): StatementEnergies {
  const sum = (field: keyof StatementEnergies) => months.reduce((total, month) => total + month[field], 0);
  return { energyWh: sum("energyWh"), sharedWh: sum("sharedWh"), restWh: sum("restWh") };
}

const WORDS = [
  "Soutiré : l’énergie que vos compteurs ont prise au réseau. De l’opération (autoconsommé) : la part de cette énergie produite par l’opération au même moment. Complément : le reste, que votre fournisseur vous facture.",
  "Injecté : l’énergie que vos installations ont donnée au réseau. Autoproduit : la part que les consommateurs de l’opération ont utilisée au même moment. Surplus : le reste, qui va à votre acheteur.",
  "Un tiret : vous ne teniez aucun compteur de cette sorte pendant la période. Les énergies sont arrondies à 0,01 kWh et s’additionnent. Le résultat d’Enedis fait foi pour la facturation.",
] as const;
