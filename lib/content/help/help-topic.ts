import type { GlossaryKey } from "@/lib/content/glossary/glossary";
import type { KeySet } from "./help-keys";

/** What is said of one screen. */
export type HelpTopic = {
  /** Its place on the page of its room: `/documentation/mesures#imports`. */
  readonly anchor: string;
  /** The screens it is the help of, as their folders under `app/(espace)` are named. */
  readonly routes: readonly string[];
  readonly title: string;
  /** What the screen is for. */
  readonly purpose: string;
  /** What one does first, in order. */
  readonly first: readonly string[];
  /** What happens afterwards. */
  readonly next?: string;
  /** Words one meets there, defined in the glossary. */
  readonly terms?: readonly GlossaryKey[];
  /** What the keyboard does there, beside what it does everywhere. */
  readonly keys?: readonly KeySet[];
};

/** The help of a room: one page of `/documentation`, one topic for each of its screens. */
export type HelpRoom = {
  /** In the address. */
  readonly slug: string;
  readonly title: string;
  /** One sentence: what the room is for. */
  readonly lead: string;
  readonly topics: readonly HelpTopic[];
};
