const MAX_LABEL = 90; // of a list that opens on a phone too

/** An action of the climate plan, as people read it. */
export type NamedAction = { readonly id: string; readonly number: string; readonly title: string | null };

/** Actions as the choices of a list: their titles may be paragraphs. */
export function toActionOptions(
  actions: readonly NamedAction[],
): readonly { readonly value: string; readonly label: string }[] {
  return actions.map(({ id, number, title }) => {
    const label = `${number} ${title ?? ""}`.trim();
    return { value: id, label: label.length > MAX_LABEL ? `${label.slice(0, MAX_LABEL - 1)}…` : label };
  });
}
