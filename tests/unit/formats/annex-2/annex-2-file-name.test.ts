import { expect, test } from "vitest";
import { civilDate } from "@/lib/domain/time/civil-date";
import { parseAnnex2FileName, writeAnnex2FileName } from "@/lib/formats/annex-2/annex-2-file-name";

const EXAMPLE = { accNumber: "ACC00000112", sentOn: civilDate("2019-10-01") };

test("the name of the convention's example, both ways", () => {
  expect(writeAnnex2FileName(EXAMPLE)).toBe("ACC00000112_20191001_ANNEXE 2.xlsx");
  expect(parseAnnex2FileName("ACC00000112_20191001_ANNEXE 2.xlsx")).toEqual(EXAMPLE);
});

test.for([
  "mai/acc00000112_20191001_annexe 2.XLSX",
  "ACC00000112_20191001_ANNEXE_2 (1).xlsx",
  "ACC00000112_20191001_ANNEXE\u00a02.xlsm",
])("%s is read too", (name) => {
  expect(parseAnnex2FileName(name)).toEqual(EXAMPLE);
});

test.for([
  "annexe 2.xlsx",
  "ACC112_20191001_ANNEXE 2.xlsx",
  "ACC00000112_20191301_ANNEXE 2.xlsx",
  "ACC00000112_20191001_ANNEXE 5.xlsx",
])("%s is not", (name) => {
  expect(parseAnnex2FileName(name)).toBeNull();
});
