import { expect, test } from "vitest";
import { dispositionFileName } from "@/lib/server/content-disposition";

test.for<[string, string | null]>([
  ['attachment; filename="a.csv"', "a.csv"],
  ["attachment; filename=a.csv", "a.csv"],
  ['form-data; name="f"; filename="a b.csv"', "a b.csv"],
  ['form-data; name="f"; filename="école.csv"', "école.csv"],
  ['form-data; name="f"; FileName="a.csv"; x=1', "a.csv"],
  ['form-data; filename="a;b.csv"', "a;b.csv"],
  [String.raw`form-data; filename="say \"a\".csv"`, 'say "a".csv'],
  ['form-data; filename="say %22a%22.csv"', 'say "a".csv'],
  [String.raw`form-data; filename="C:\mars\a.csv"`, String.raw`C:\mars\a.csv`],
  ["attachment; filename=\"e.csv\"; filename*=UTF-8''%C3%A9cole.csv", "école.csv"],
  ["attachment; filename*=utf-8'fr'%C3%A9.csv", "é.csv"],
  ["attachment; filename*=UTF-8''%E9.csv", null],
  ['form-data; filename=""', ""],
  ['form-data; name="filename"', null],
  ["attachment", null],
  ["", null],
])("%s → %j", ([header, expected]) => {
  expect(dispositionFileName(header)).toBe(expected);
});
