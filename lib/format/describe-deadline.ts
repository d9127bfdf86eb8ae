import type { Deadline } from "@/lib/domain/deadlines/deadline";
import { DEADLINE_TEXTS } from "./deadline-texts";
import { formatDay } from "./format-date";
import { formatCount, NO_BREAK_SPACE } from "./format-number";
import type { TableStatus } from "./table-cells";

/** « Notifier la clé du mois : avril 2026 »; without its subject where that may name a person and must not. */
export function describeDeadline(
  { rule, subject }: Pick<Deadline, "rule" | "subject">,
  { withNames = true }: { readonly withNames?: boolean } = {},
): string {
  const { task } = DEADLINE_TEXTS[rule];
  const isShown = subject.text !== "" && (withNames || !subject.namesPerson);
  return isShown ? `${task}${NO_BREAK_SPACE}: ${subject.text}` : task;
}

/** What follows when it is not done by then. */
export function describeConsequence({ rule }: Pick<Deadline, "rule">): string {
  return DEADLINE_TEXTS[rule].consequence;
}

/** « art. 4.1 et 4.4 », « annexe 4 »; null where no text asks for it. */
export function describeArticles({ articles }: Pick<Deadline, "articles">): string | null {
  const numbers = articles.filter((article) => !article.startsWith("annexe"));
  const annexes = articles.filter((article) => article.startsWith("annexe"));
  const parts = [...(numbers.length > 0 ? [`art. ${numbers.join(" et ")}`] : []), ...annexes];
  return parts.length > 0 ? parts.join(", ") : null;
}

/** Who has to act, seen from the organiser. */
export function describeActor({ actor, nature }: Pick<Deadline, "actor" | "nature">): string {
  if (nature === "effect") return actor === "organiser" ? "à vous, si vous le voulez" : "prend effet seul";
  if (actor === "both") return "à vous et au gestionnaire";
  return actor === "organiser" ? "à vous" : "en attente d’Enedis";
}

/** Where it stands, in a few words and a tone. */
export function describeDeadlineState({ state }: Pick<Deadline, "state">): TableStatus {
  switch (state.kind) {
    case "open":
      return { text: "à faire", tone: "warning" };
    case "to_come":
      return { text: "à venir", tone: "neutral" };
    case "due_soon":
      return { text: "cette semaine", tone: "warning" };
    case "late":
      return { text: `en retard${countLate(state.days, state.unit)}`, tone: "danger" };
    case "done":
      return { text: state.lateDays > 0 ? "fait en retard" : "fait", tone: "success" };
  }
}

// A delay that ended on Friday is over on Saturday without a working day gone.
function countLate(days: number, unit: "working_days" | "calendar_days"): string {
  if (days === 0) return "";
  const [one, many] = unit === "working_days" ? ["jour ouvré", "jours ouvrés"] : ["jour", "jours"];
  return ` de ${formatCount(days, one, many)}`;
}

/** « avant le 07/12/2026 au soir », « dès que possible »; for what is over, the day it was done. */
export function describeDueDay({ dueDay, nature, state }: Pick<Deadline, "dueDay" | "nature" | "state">): string {
  if (state.kind === "done") return `le ${formatDay(state.on)}`;
  if (dueDay === null) return "dès que possible";
  return nature === "effect" ? `le ${formatDay(dueDay)}` : `au plus tard le ${formatDay(dueDay)}`;
}
