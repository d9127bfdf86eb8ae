import type { OwnKey, OwnStay } from "./own-registry";

/**
 * A key from the day it concerns a participant: his first day as a consumer under it, of the stays that are not over
 * when it holds from. One that meets no stay of his is left as it is.
 *
 * @param day - Stays over by then are of the past.
 */
export function clipOwnKey(key: OwnKey, stays: readonly OwnStay[], day: OwnKey["from"]): OwnKey {
  const since = key.from > day ? key.from : day;
  const firsts = stays.flatMap(({ role, from, toExclusive }) => {
    const isHis = role === "consumer" && (toExclusive === null || toExclusive > since);
    return isHis && (key.toExclusive === null || from < key.toExclusive) ? [from] : [];
  });
  const [first] = firsts.toSorted();
  return first !== undefined && first > key.from ? { ...key, from: first } : key;
}
