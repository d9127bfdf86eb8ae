/**
 * The rank of a matrix of integers, exact: fraction-free elimination (Bareiss).
 *
 * @param rows - Of the same length; not changed. (R, C)
 */
export function matrixRank(rows: readonly (readonly number[])[]): number {
  const left = rows.map((row) => row.map(BigInt));
  const width = left[0]?.length ?? 0;
  let [rank, divisor] = [0, 1n];
  for (let column = 0; column < width && rank < left.length; column += 1) {
    const found = left.findIndex((row, index) => index >= rank && row[column] !== 0n);
    const pivot = left[found];
    if (!pivot) continue;
    left[found] = left[rank] as bigint[];
    left[rank] = pivot;
    for (let index = rank + 1; index < left.length; index += 1) {
      left[index] = eliminate(left[index] as bigint[], pivot, column, divisor);
    }
    divisor = pivot[column] as bigint;
    rank += 1;
  }
  return rank;
}

function eliminate(row: readonly bigint[], pivot: readonly bigint[], column: number, divisor: bigint): bigint[] {
  const [head, factor] = [pivot[column] as bigint, row[column] as bigint];
  return row.map((value, index) => (value * head - (pivot[index] as bigint) * factor) / divisor);
}
