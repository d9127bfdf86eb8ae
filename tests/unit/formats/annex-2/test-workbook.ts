import ExcelJS, { type CellValue, type Workbook } from "exceljs";
import { CONSUMER_COLUMNS, PRODUCER_COLUMNS } from "@/lib/formats/annex-2/annex-2-columns";
import { readAnnex2Workbook } from "@/lib/formats/annex-2/read-annex-2-workbook";

export const PRM = ["99000000000134", "99000000000246", "99000000000358", "99000000000460"] as const;
export const CONSUMER_HEADERS = CONSUMER_COLUMNS.map(({ header }) => header);
export const PRODUCER_HEADERS = PRODUCER_COLUMNS.map(({ header }) => header);
export const CONSUMER = ["Boulangerie Aulnes", "35600000049837", "2 rue du Four", PRM[0], 100] as const;
export const PRODUCER = [
  "Commune",
  "35600000049837",
  "Mairie",
  "mairie@commune.example",
  "0000123456",
  PRM[1],
  "54",
] as const;

type Rows = readonly (readonly CellValue[])[];

/** A workbook as somebody may have typed it: each sheet's rows, header included; null leaves the sheet out. */
export function typedWorkbook(sheets: {
  readonly consumers?: Rows | null;
  readonly producers?: Rows | null;
  readonly kind?: Rows | null;
}): Workbook {
  const {
    consumers = [CONSUMER_HEADERS, CONSUMER],
    producers = [PRODUCER_HEADERS, PRODUCER],
    kind = [
      ["Type de répartition", "Statique"],
      ["Gestion", "Standard"],
    ],
  } = sheets;
  const book = new ExcelJS.Workbook();
  book.addWorksheet("LISEZ-MOI");
  for (const [name, rows] of [
    ["Consommateurs", consumers],
    ["Producteurs", producers],
    ["Type de répartition", kind],
  ] as const) {
    if (rows) book.addWorksheet(name).addRows(rows.map((row) => [...row]));
  }
  return book;
}

export async function toBytes(book: Workbook): Promise<Uint8Array> {
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** Reads a typed workbook and tells its problems as `CODE@sheet:row`. */
export async function readTyped(book: Workbook) {
  return readBytes(await toBytes(book));
}

export async function readBytes(bytes: Uint8Array) {
  const { workbook, problems } = await readAnnex2Workbook(bytes);
  const codes = problems.listed.map(({ code, sheet, line, column }) =>
    [code, sheet && `@${sheet[0]}`, column?.slice(0, 1), line].filter((part) => part !== undefined).join(""),
  );
  return { workbook, problems, codes, messages: problems.listed.map(({ message }) => message) };
}
