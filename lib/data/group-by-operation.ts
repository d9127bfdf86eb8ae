/** Rows of many operations, by operation, each in the order they came. */
export function groupByOperation<T extends { readonly operationId: string }>(
  rows: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.operationId);
    if (group) group.push(row);
    else groups.set(row.operationId, [row]);
  }
  return groups;
}
