import type { ReferentialNode } from "./referential";

/** Whether a text is at the beginning of the number of a node, or anywhere in its title, accents and case aside. */
export function matchesSearch({ number, title }: Pick<ReferentialNode, "number" | "title">, search: string): boolean {
  const wanted = plain(search);
  return number.startsWith(wanted) || (title !== null && plain(title).includes(wanted));
}

function plain(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .replaceAll("’", "'");
}
