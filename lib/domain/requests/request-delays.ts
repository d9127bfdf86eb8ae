/** The DSO's letter suspends the convention so many calendar days later (art. 8.6.1). [d] */
export const SUSPENSION_DAYS = 10;

/** Least time between a letter of termination and the effect it asks for (art. 8.5.1). [months] */
export const TERMINATION_NOTICE_MONTHS = 2;

/** Least time between a letter of termination and its effect (art. 8.5.1). [months] */
export const TERMINATION_DELAY_MONTHS = 3;

/** Time the DSO has to say whether a change can be made (art. 3.2.1, 4.2, 4.3). [working days] */
export const ANSWER_WORKING_DAYS = 5;
