/** Where an action stands on the page of its measure, after `#`. */
export function actionAnchor(number: string): string {
  return `action-${number}`;
}
