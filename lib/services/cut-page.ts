/** A page of a list, and where the next one starts. */
export type CutPage<T> = {
  readonly rows: readonly T[];
  /** The last row of this page; null when there is no older one. */
  readonly next: string | null;
};

/** Makes a page of rows of which one more than the page holds was asked for. */
export function cutPage<T extends { readonly id: string }>(found: readonly T[], size: number): CutPage<T> {
  const rows = found.slice(0, size);
  return { rows, next: found.length > size ? (rows.at(-1)?.id ?? null) : null };
}
