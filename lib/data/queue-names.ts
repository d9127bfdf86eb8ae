/** Imports too long for one request. */
export const MEASURE_IMPORT_QUEUE = "measure-import";

/** Searches for what is suspect in the curves an import wrote. */
export const SUSPICION_SEARCH_QUEUE = "suspicion-search";

/** Energies asked of the DSO's interface. */
export const DSO_REQUEST_QUEUE = "dso-request";

/** Messages that tell participants of a key before it applies. */
export const ANNOUNCEMENT_QUEUE = "coefficient-announcement";

/** Messages by which accounts live: invitations, new passwords, new addresses. */
export const ACCOUNT_MAIL_QUEUE = "account-mail";

/** Where the queue puts those whose last try threw, or ended with its process. */
export const UNSENT_ACCOUNT_MAIL_QUEUE = "account-mail-unsent";

/** Settled periods set beside what the operator published. */
export const COMPARISON_QUEUE = "settlement-comparison";

/** Where the queue puts announcements whose last try threw, or ended with its process. */
export const UNSENT_ANNOUNCEMENT_QUEUE = "coefficient-announcement-unsent";

/** Where the queue puts imports it gave up: each try threw, or ended with its process. */
export const GIVEN_UP_QUEUE = "measure-import-given-up";

/** Periods to settle, one job of an operation at a time. */
export const SETTLEMENT_QUEUE = "settlement";

/** Where the queue puts settlements it gave up: each try threw, or ended with its process. */
export const GIVEN_UP_SETTLEMENT_QUEUE = "settlement-given-up";

/** Once a night: personal data kept long enough are erased, and files of abandoned imports emptied. */
export const RETENTION_QUEUE = "personal-data-retention";

/** Once a day, and when a process starts: requests to the operator whose day has come take effect. */
export const REQUEST_EFFECT_QUEUE = "request-effect";

/** When a process starts: the money of operations follows the prices and rules of the version. */
export const MONEY_QUEUE = "outdated-money";

/** Once a morning: what is to do, to those who asked for it. */
export const DIGEST_QUEUE = "deadline-digest";
