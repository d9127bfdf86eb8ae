import type { StatusDetail } from "./action-status";

const WHOLE = 100;

/**
 * Three percentages that stay one whole: a part is set, and the two others share the rest as they did before; where they
 * were nothing, the rest is not done, or done when it is « not done » that is set.
 *
 * @param detail - Parts of 1.
 * @param index - Which part: 0 done, 1 planned, 2 not done.
 * @param percent - What it becomes; kept from 0 to 100, whole. [%]
 * @returns Whole percentages, as parts of 1.
 */
export function linkDetail(detail: StatusDetail, index: 0 | 1 | 2, percent: number): StatusDetail {
  const set = Math.min(WHOLE, Math.max(0, Math.round(percent)));
  const [first, second] = ([0, 1, 2] as const).filter((other) => other !== index) as [0 | 1, 1 | 2];
  const rest = WHOLE - set;
  const before = detail[first] + detail[second];
  const emptyShare = index === 2 ? 1 : 0;
  const toFirst = Math.round(rest * (before > 0 ? detail[first] / before : emptyShare));
  const parts: [number, number, number] = [0, 0, 0];
  parts[index] = set;
  parts[first] = toFirst;
  parts[second] = rest - toFirst;
  return [parts[0] / WHOLE, parts[1] / WHOLE, parts[2] / WHOLE];
}
