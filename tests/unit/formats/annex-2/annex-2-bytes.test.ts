import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { readBytes, toBytes, typedWorkbook } from "./test-workbook";

const SHEET = "xl/worksheets/sheet2.xml";
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const plain = async () => toBytes(typedWorkbook({}));
const ole = (text: string) => new Uint8Array([...OLE, ...new Uint8Array(600), ...Buffer.from(text, "utf16le")]);

async function changed(change: (parts: Record<string, Uint8Array>) => void): Promise<Uint8Array> {
  const parts = unzipSync(await plain());
  change(parts);
  return zipSync(parts);
}

/** Replaces text of one part. */
const edit = (path: string, from: string | RegExp, to: string) =>
  changed((parts) => {
    parts[path] = strToU8(strFromU8(parts[path] as Uint8Array).replace(from, to));
  });

const MAKING_A_BOMB_MS = 30_000; // compressing 200 MB, on a busy machine

test.for<readonly [string, () => Promise<Uint8Array> | Uint8Array, string]>([
  ["nothing", () => new Uint8Array(), "EMPTY_FILE"],
  ["text", () => strToU8("Identité;PRM\nMairie;123"), "NOT_A_WORKBOOK"],
  ["an .xls", () => ole("Workbook"), "WORKBOOK_XLS"],
  ["an .xlsx under a password", () => ole("EncryptedPackage"), "WORKBOOK_ENCRYPTED"],
  ["a zip of something else", () => zipSync({ "courbe.csv": strToU8("1;2") }), "NOT_A_WORKBOOK"],
  ["an .ods", () => zipSync({ mimetype: strToU8("ods"), "content.xml": strToU8("<a/>") }), "WORKBOOK_ODS"],
  ["an .xlsb", () => zipSync({ "xl/workbook.bin": strToU8("x") }), "WORKBOOK_BINARY"],
  ["half a file", async () => (await plain()).slice(0, 4_000), "WORKBOOK_DAMAGED"],
  ["more than 20 MB", () => new Uint8Array(100_000_000), "WORKBOOK_TOO_LARGE"],
  [
    "a bomb",
    () => changed((parts) => Object.assign(parts, { [SHEET]: new Uint8Array(200_000_000) })),
    "WORKBOOK_TOO_LARGE",
  ],
  [
    "a bomb beside the sheets",
    () => changed((parts) => Object.assign(parts, { "xl/media/a.png": new Uint8Array(60_000_000) })),
    "WORKBOOK_TOO_LARGE",
  ],
  [
    "more cells than anybody fills",
    () => edit(SHEET, "<sheetData>", `<sheetData>${'<row r="9"><c r="A9"/></row>'.repeat(300_000)}`),
    "WORKBOOK_TOO_LARGE",
  ],
  [
    "more merges than anybody makes",
    () =>
      edit(
        SHEET,
        "</sheetData>",
        `</sheetData><mergeCells>${Array.from({ length: 2_001 }, (_, i) => `<mergeCell ref="A${2 * i + 9}:A${2 * i + 10}"/>`).join("")}</mergeCells>`,
      ),
    "WORKBOOK_TOO_LARGE",
  ],
  ["a row beyond any", () => edit(SHEET, "<sheetData>", '<sheetData><row r="4000000000"/>'), "WORKBOOK_UNREADABLE"],
  ["a sheet of another dialect", () => edit(SHEET, /<(\/?)(sheetData|row|c|v)/g, "<$1x:$2"), "WORKBOOK_UNREADABLE"],
  ["XML that does not close", () => edit(SHEET, "</row>", "<oops"), "WORKBOOK_UNREADABLE"],
  ["rows without numbers", () => edit(SHEET, /<row r="\d+"/g, "<row"), "WORKBOOK_UNREADABLE"],
  ["cells without addresses", () => edit(SHEET, /<c r="[A-Z]+\d+"/g, "<c"), "WORKBOOK_UNREADABLE"],
  ["no sheets", () => edit("xl/workbook.xml", /<sheets>.*<\/sheets>/s, ""), "WORKBOOK_UNREADABLE"],
])("%s is refused in French, not with an exception", { timeout: MAKING_A_BOMB_MS }, async ([, make, code]) => {
  const { workbook, codes, messages } = await readBytes(await make());
  expect(workbook).toBeNull();
  expect(codes).toEqual([code]);
  expect(messages[0]).toMatch(/^(Le classeur|Ce classeur|Ce fichier|Le fichier) .+\.$/);
});

test("a macro workbook is read, its macros left aside", async () => {
  const { workbook, codes } = await readBytes(
    await changed((parts) => Object.assign(parts, { "xl/vbaProject.bin": strToU8("Sub Auto_Open()") })),
  );
  expect(codes).toEqual(["MACROS_IGNORED"]);
  expect(workbook?.consumers).toHaveLength(1);
});

test("a merge over the whole sheet and a column span without end are bounded", async () => {
  const merged = await edit(
    SHEET,
    "</sheetData>",
    '</sheetData><mergeCells><mergeCell ref="A3:XFD1048576"/></mergeCells>',
  );
  expect((await readBytes(merged)).codes).toEqual([]);
  const spanned = await edit(
    SHEET,
    "<sheetData>",
    '<cols><col min="1" max="4000000000" hidden="1"/></cols><sheetData>',
  );
  expect((await readBytes(spanned)).codes).toEqual(["COLUMNS_HIDDEN@C"]);
});

test("texts may stand in the cells themselves, and a part that only dresses may be absent", async () => {
  const inline = await edit(
    SHEET,
    /<c r="A2" t="s"><v>\d+<\/v><\/c>/,
    '<c r="A2" t="inlineStr"><is><t>Épicerie</t></is></c>',
  );
  const { workbook, codes } = await readBytes(inline);
  expect(codes).toEqual([]);
  expect(workbook?.consumers[0]?.name).toBe("Épicerie");
  const undressed = await changed((parts) => Reflect.deleteProperty(parts, "xl/styles.xml"));
  expect((await readBytes(undressed)).codes).toEqual([]);
});
