import { type PastedShares, type PasteTarget, parsePastedShares } from "@/lib/format/parse-pasted-shares";
import { type ShareSheet, writeShare } from "./share-sheet";

/** A sheet with what was pasted, and what was understood of it. Locked rows keep their share, and that is said. */
export function applyPaste(
  sheet: ShareSheet,
  rows: readonly PasteTarget[],
  text: string,
  firstRow: number,
): { readonly sheet: ShareSheet; readonly outcome: PastedShares } {
  const found = parsePastedShares(text, rows, firstRow);
  const isLocked = (index: number) => sheet.shares[index]?.isLocked === true;
  const taken = new Map([...found.shares].filter(([index]) => !isLocked(index)));
  const locked = [...found.shares.keys()].filter(isLocked).map((index) => ({
    line: index - firstRow + 1,
    text: `« ${rows[index]?.name} » est verrouillé : sa part n’est pas changée.`,
  }));
  const shares = sheet.shares.map((share, index) => {
    const ppm = taken.get(index);
    return ppm === undefined ? share : { ...share, text: writeShare(ppm) };
  });
  return { sheet: { ...sheet, shares }, outcome: { shares: taken, problems: [...found.problems, ...locked] } };
}
