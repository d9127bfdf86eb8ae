import type { Route } from "next";
import { actionAnchor } from "./action-anchor";

/**
 * Where an action is answered: its place on the page of its measure.
 *
 * @param number - Of a measure, a sub-action or a task.
 * @param measureDepth - How many parts the number of a measure has.
 */
export function actionAddress(number: string, measureDepth: number, collectivityId: string): Route {
  const measure = number.split(".").slice(0, measureDepth).join(".");
  const place = number === measure ? "" : `#${actionAnchor(number)}`;
  return `/plan-climat/mesures/${measure}?collectivite=${collectivityId}${place}` as Route;
}
