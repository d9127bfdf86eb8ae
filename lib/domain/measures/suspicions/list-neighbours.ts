/**
 * The nearest entries around a position, half before and half after; near an end, more from the other side.
 *
 * @param count - Length of the list.
 * @param position - Left out itself.
 * @param stride - Distance from one to the next: 7 for the same weekdays.
 * @param wanted - How many; fewer when there are not so many.
 * @param isUsable - Whether an entry may be one of them.
 */
export function listNeighbours(
  count: number,
  position: number,
  stride: number,
  wanted: number,
  isUsable: (position: number) => boolean,
): readonly number[] {
  const walk = (step: number) => {
    const found: number[] = [];
    for (let at = position + step; at >= 0 && at < count && found.length < wanted; at += step) {
      if (isUsable(at)) found.push(at);
    }
    return found;
  };
  const [before, after] = [walk(-stride), walk(stride)];
  const half = Math.floor(wanted / 2);
  const beforeCount = Math.max(half, wanted - after.length);
  return [...before.slice(0, beforeCount), ...after.slice(0, wanted - Math.min(before.length, beforeCount))];
}
