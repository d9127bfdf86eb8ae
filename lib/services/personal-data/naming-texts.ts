import type { Person } from "@/lib/data/personal-data";

const SHORTEST_NAME = 5; // shorter ones stand in other people's names too

/**
 * The texts by which a file names a person: the numbers of his sites, his own name and address. The number of a site
 * that somebody else held too names nobody by itself.
 *
 * A spreadsheet that takes a PRM for a number loses its leading zeros.
 */
export function namingTexts({ name, email, points }: Person): readonly string[] {
  const numbers = points
    .filter(({ isNumberHis }) => isNumberHis)
    .flatMap(({ prm, injectionContract }) => [prm, prm.replace(/^0+/, ""), injectionContract ?? ""]);
  const texts = [...numbers.filter((text) => text.length >= 10), name, name.toUpperCase(), email ?? ""];
  return [...new Set(texts.map((text) => text.trim()).filter((text) => text.length >= SHORTEST_NAME))];
}
