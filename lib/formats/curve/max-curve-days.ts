/** Ten years: a longer curve has a wrong date, and would allocate its axis. [d] */
export const MAX_CURVE_DAYS = 3_660;
