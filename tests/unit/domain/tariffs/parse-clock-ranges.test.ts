import { expect, test } from "vitest";
import { parseClockRanges } from "@/lib/domain/tariffs/parse-clock-ranges";

test.for([
  ["22h30-6h30", [[1350, 390]]],
  ["22:30-06:30", [[1350, 390]]],
  ["22h30 – 6h30", [[1350, 390]]],
  ["22 h 30 à 6 h 30", [[1350, 390]]],
  ["de 22h à 6h", [[1320, 360]]],
  // As the operator's sheets print them.
  [
    "HC (1H38-7H08;12H38-15H08)",
    [
      [98, 428],
      [758, 908],
    ],
  ],
  ["HC (22H00-6H00)", [[1320, 360]]],
  ["01h08-07h38", [[68, 458]]],
  // Several, parted as people do.
  [
    "23h-5h et 12h-14h",
    [
      [1380, 300],
      [720, 840],
    ],
  ],
  [
    "de 23h à 5h, de 12h à 14h",
    [
      [1380, 300],
      [720, 840],
    ],
  ],
  [
    "1h32-7h22 / 12h22-13h52",
    [
      [92, 442],
      [742, 832],
    ],
  ],
  [
    "23h-5h\n14h30-16h30",
    [
      [1380, 300],
      [870, 990],
    ],
  ],
  // Midnight, written either way.
  [
    "22h-24h ; 0h-6h",
    [
      [1320, 0],
      [0, 360],
    ],
  ],
] as const)("%j", ([text, ranges]) => {
  const read = parseClockRanges(text);
  expect(read?.map(({ fromMinute, toMinute }) => [fromMinute, toMinute])).toEqual(ranges);
});

test.for([
  "",
  "non",
  "22h30",
  "22h30-",
  "22h60-6h",
  "25h-6h",
  "24h30-6h",
  "24h-6h",
  "22h30-6h30 sauf le dimanche",
  "entre 22h et 6h",
  "6h30 12h-14h",
])("%j is not understood", (text) => {
  expect(parseClockRanges(text)).toBeNull();
});
