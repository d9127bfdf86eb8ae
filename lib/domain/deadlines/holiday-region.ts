/**
 * Whose public holidays count. Alsace and Moselle have two more than the rest of metropolitan France.
 *
 * @see Code du travail, art. L. 3133-1 and L. 3134-13.
 */
export type HolidayRegion = "metropolitan" | "alsace_moselle";
