import { ACCOUNT_HELP } from "./account-help";
import { CLIMATE_HELP } from "./climate-help";
import { COEFFICIENTS_HELP } from "./coefficients-help";
import { DEADLINES_HELP } from "./deadlines-help";
import type { HelpRoom } from "./help-topic";
import { HOME_HELP } from "./home-help";
import { INSTALLATION_HELP } from "./installation-help";
import { MEASURES_HELP } from "./measures-help";
import { OWN_SPACE_HELP } from "./own-space-help";
import { PARTICIPANTS_HELP } from "./participants-help";
import { PERIODS_HELP } from "./periods-help";
import { SETTINGS_HELP } from "./settings-help";

/** The help, room by room, in the order of the work. Every screen of `app/(espace)` has its topic here. */
export const HELP_ROOMS: readonly HelpRoom[] = [
  HOME_HELP,
  PARTICIPANTS_HELP,
  MEASURES_HELP,
  COEFFICIENTS_HELP,
  PERIODS_HELP,
  DEADLINES_HELP,
  SETTINGS_HELP,
  CLIMATE_HELP,
  OWN_SPACE_HELP,
  ACCOUNT_HELP,
  INSTALLATION_HELP,
];
