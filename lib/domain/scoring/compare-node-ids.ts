/** Orders ids of a referential as its chapters follow: 1.1.10 after 1.1.9, a parent before its children. */
export function compareNodeIds(a: string, b: string): number {
  const [first, second] = [a.split("."), b.split(".")];
  for (let index = 0; index < Math.min(first.length, second.length); index += 1) {
    const [left = "", right = ""] = [first[index], second[index]];
    const difference = Number(left) - Number(right);
    if (Number.isNaN(difference) ? left !== right : difference !== 0) {
      return Number.isNaN(difference) ? (left < right ? -1 : 1) : difference;
    }
  }
  return first.length - second.length;
}
