import type { CivilSeason } from "@/lib/domain/dashboard/civil-season";
import type { DayKind } from "@/lib/domain/dashboard/typical-day";

/** The name of a season, and the months it is made of. */
export const SEASON_WORDS: Readonly<Record<CivilSeason, { readonly name: string; readonly months: string }>> = {
  winter: { name: "Hiver", months: "décembre à février" },
  spring: { name: "Printemps", months: "mars à mai" },
  summer: { name: "Été", months: "juin à août" },
  autumn: { name: "Automne", months: "septembre à novembre" },
};

/** Which days of the week an average is made of. */
export const DAY_KIND_WORDS: Readonly<Record<DayKind, string>> = {
  all: "tous les jours",
  weekday: "du lundi au vendredi",
  weekend: "samedi et dimanche",
};
