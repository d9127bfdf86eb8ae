/**
 * Notice of a change of kind or of static values. [working days]
 *
 * @see Convention Enedis-FOR-CF_01E, art. 4.2 and 4.3.
 */
export const NOTICE_WORKING_DAYS = 15;
