/** How many others have to stay behind a figure. [participants] */
export const LEAST_OTHERS = 5;

/**
 * How many have to be in a circle of which sums are shown, each reader counted. [participants]
 *
 * Each reader is shown the others: the sum of the circle without himself, hence the sum of the circle. Two who put their
 * figures together take both away, and five others have to stay behind.
 */
export const LEAST_CIRCLE = LEAST_OTHERS + 2;
