import type { ReferentialNode } from "@/lib/domain/scoring/referential";

/** A node as it is called: `3.1.1 Optimiser…`, or « Axe 3 » where the text that was imported does not name it. */
export function nameNode({ number, title }: Pick<ReferentialNode, "number" | "title">, depth: number): string {
  if (title !== null) return `${number} ${title}`;
  return `${depth === 1 ? "Axe" : "Sous-axe"} ${number}`;
}
