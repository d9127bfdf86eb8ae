/** Into what a curve is summed up for the eye; hours and longer are those of the Paris calendar, weeks start on Monday. */
export type CalendarGrain = "step" | "hour" | "day" | "week" | "month";
