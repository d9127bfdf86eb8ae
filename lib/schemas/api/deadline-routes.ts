import * as z from "zod";
import { DEADLINE_RULES } from "@/lib/domain/deadlines/deadline-rules";
import { apiComponent } from "./api-component";
import type { ApiRoute } from "./api-route";
import { EXAMPLE, get, OPERATION, ok } from "./route-parts";

const GROUP = "Échéances";

const deadlineSchema = apiComponent(
  "Deadline",
  z.object({
    id: z.string().describe("Le même d’un jour à l’autre, tant qu’il s’agit de la même chose."),
    operation: z.object({
      slug: z.string().describe("Nom de l’opération dans les adresses."),
      accNumber: z.string().nullable().describe("Son numéro ; null avant."),
    }),
    rule: z.enum(Object.keys(DEADLINE_RULES)).describe("La règle dont elle découle."),
    articles: z.array(z.string()).describe("Articles de la convention ; vide quand aucun texte ne la fixe."),
    title: z.string().describe("Ce qui est à faire, ou attendu, en français."),
    consequence: z.string().describe("Ce qui s’ensuit si elle est manquée, en français."),
    actor: z.enum(["organiser", "dso", "both"]).describe("Qui doit agir : l’organisateur, le gestionnaire, les deux."),
    nature: z
      .enum(["duty", "effect"])
      .describe("duty : un devoir ; effect : ce qui se produit de soi-même ce jour-là."),
    anchorDay: z.iso.date().describe("Jour à partir duquel elle se compte."),
    dueDay: z.iso.date().nullable().describe("Dernier jour, inclus ; null : dès que possible."),
    unit: z.enum(["working_days", "calendar_days", "months"]).nullable().describe("Comment ses jours se comptent."),
    state: z.enum(["open", "to_come", "due_soon", "late", "done"]).describe("due_soon : dans les sept jours."),
    lateDays: z.number().int().nullable().describe("Jours de retard, ouvrés ou calendaires selon unit ; null sinon."),
    doneOn: z.iso.date().nullable().describe("Jour où elle a été faite."),
    url: z.url().describe("La page où cela se fait."),
  }),
);

const deadlineListSchema = apiComponent(
  "DeadlineList",
  z.object({
    date: z.iso.date().describe("Jour dont c’est l’état."),
    deadlines: z.array(deadlineSchema).describe("En retard d’abord, puis par date ; ce qui est fait à la fin."),
  }),
);

const DESCRIPTION =
  "Ce que la convention attend, calculé d’après ce qui s’est passé : rien n’y est saisi, une échéance est faite quand ce qu’elle attend l’est. Ce qui est fait depuis plus de deux mois n’y est plus.";

/** What is due, for machines; the calendar for calendar programs. */
export const DEADLINE_ROUTES: readonly ApiRoute[] = [
  {
    method: "GET",
    path: "/api/v1/deadlines",
    operationId: "listDeadlines",
    group: GROUP,
    title: "Lister les échéances de toutes les opérations",
    description: DESCRIPTION,
    scope: "read",
    answers: [ok("Les échéances.", deadlineListSchema)],
    errors: [],
    curl: get("/api/v1/deadlines"),
  },
  {
    method: "GET",
    path: `${OPERATION}/deadlines`,
    operationId: "listOperationDeadlines",
    group: GROUP,
    title: "Lister les échéances d’une opération",
    description: DESCRIPTION,
    scope: "read",
    answers: [ok("Les échéances.", deadlineListSchema)],
    errors: [],
    curl: get(`${EXAMPLE}/deadlines`),
  },
  {
    method: "GET",
    path: "/api/v1/calendar/{token}",
    operationId: "readCalendar",
    group: GROUP,
    title: "Lire le calendrier des échéances",
    description:
      "Pour les agendas (iCalendar, RFC 5545). L’adresse, créée dans « Compte », contient le jeton qui en tient lieu de clé ; elle finit par .ics. Révoquée, elle ne mène plus à rien. Personne n’y est nommé.",
    scope: null,
    answers: [
      { status: 200, description: "Le calendrier.", content: { "text/calendar": "text" } },
      { status: 304, description: "Inchangé depuis l’ETag envoyé.", content: {} },
    ],
    errors: [
      { status: 404, codes: ["NOT_FOUND"] },
      { status: 429, codes: ["TOO_MANY_REQUESTS"] },
    ],
    curl: 'curl "$PRORATA/api/v1/calendar/$JETON.ics"',
  },
];
