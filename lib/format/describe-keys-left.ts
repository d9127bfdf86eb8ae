/**
 * What a changed password leaves open, « 1 clé d’API et 2 calendriers restent ouverts. »; empty when nothing is.
 *
 * @param left - How many of each.
 */
export function describeKeysLeft({
  apiKeys,
  calendars,
}: {
  readonly apiKeys: number;
  readonly calendars: number;
}): string {
  const parts = [
    ...(apiKeys > 0 ? [`${apiKeys}\u00a0clé${apiKeys > 1 ? "s" : ""} d’API`] : []),
    ...(calendars > 0 ? [`${calendars}\u00a0calendrier${calendars > 1 ? "s" : ""}`] : []),
  ];
  if (parts.length === 0) return "";
  return `${parts.join(" et ")} ${apiKeys + calendars > 1 ? "restent ouverts" : `reste ouvert${apiKeys > 0 ? "e" : ""}`}.`;
}
