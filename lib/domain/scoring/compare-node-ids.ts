/** Orders ids of a referential as its chapters follow: 1.1.10 after 1.1.9, a parent before its children, the root first. */
export function compareNodeIds(a: string, b: string): number {
  const [first, second] = [partsOf(a), partsOf(b)];
  for (let index = 0; index < Math.min(first.length, second.length); index += 1) {
    const [left = "", right = ""] = [first[index], second[index]];
    const difference = Number(left) - Number(right);
    if (Number.isNaN(difference) ? left !== right : difference !== 0) {
      return Number.isNaN(difference) ? (left < right ? -1 : 1) : difference;
    }
  }
  return first.length - second.length;
}

function partsOf(id: string): readonly string[] {
  return id === "" ? [] : id.split(".");
}
