import type { ActionNoteChange } from "@/lib/domain/scoring/action-note";
import type { ClimateProfile } from "@/lib/domain/scoring/climate-profile";
import type { PickedStatus } from "@/lib/domain/scoring/stored-status";
import { civilDate } from "@/lib/domain/time/civil-date";

/** What the demonstration commune says of itself: it left gas to a syndicate. */
export const DEMONSTRATION_PROFILE: ClimateProfile = {
  kind: "commune",
  population: 2_140,
  isOverseas: false,
  answers: new Map([
    ["AOD_elec", true],
    ["AOD_gaz", false],
    ["AOD_chaleur", true],
  ]),
};

/** How far it was in winter, which a snapshot kept. */
export const DEMONSTRATION_FIRST_STATUSES: ReadonlyMap<string, PickedStatus> = new Map<string, PickedStatus>([
  ["cae_3.1.1.1.1", { status: "planned" }],
  ["cae_3.1.1.1.2", { status: "planned" }],
  ["cae_3.1.1.3", { status: "not_done" }],
  ["cae_3.1.1.5.2", { status: "planned" }],
]);

/** States of it that were kept, months apart. */
export const DEMONSTRATION_SNAPSHOTS = [
  { name: "Conseil de janvier", reason: "Débat d’orientation budgétaire", takenAtMs: Date.UTC(2026, 0, 15, 17) },
  { name: "Conseil de septembre", reason: "Point de rentrée", takenAtMs: Date.UTC(2026, 8, 17, 16) },
] as const;

/** How far it is with measure 3.1.1: begun, with tasks left to answer. */
export const DEMONSTRATION_STATUSES: ReadonlyMap<string, PickedStatus> = new Map<string, PickedStatus>([
  ["cae_3.1.1.1.1", { status: "done" }],
  ["cae_3.1.1.1.2", { status: "detailed", detail: [0.5, 0.3, 0.2] }],
  ["cae_3.1.1.1.3", { status: "planned" }],
  ["cae_3.1.1.2.2", { status: "not_concerned" }],
  ["cae_3.1.1.3", { status: "not_done" }],
  ["cae_3.1.1.4.3", { status: "planned" }],
  ["cae_3.1.1.5.2", { status: "done" }],
  ["cae_3.1.1.5.3", { status: "not_done" }],
]);

const ENERGY_SERVICE: ActionNoteChange["pilot"] = { kind: "service", name: "Service énergie" };
const SYNDICATE: ActionNoteChange["pilot"] = { kind: "service", name: "Syndicat d’énergie" };

/** What it says of them: one is late, one has no pilot yet, one no reason. */
export const DEMONSTRATION_NOTES: ReadonlyMap<string, ActionNoteChange> = new Map<string, ActionNoteChange>([
  [
    "cae_3.1.1.1.1",
    {
      explanation:
        "Le syndicat est autorité concédante pour l’électricité et le gaz ; la commune l’est pour son réseau de chaleur.\nLes comptes rendus de 2023 à 2025 ont été lus en commission.",
    },
  ],
  [
    "cae_3.1.1.1.2",
    {
      explanation: "Électricité : reçue chaque année. Gaz : demandée en mars, relancée en septembre.",
      pilot: SYNDICATE,
      dueDay: civilDate("2026-09-30"),
    },
  ],
  ["cae_3.1.1.1.3", { explanation: "Mission d’assistance à lancer.", dueDay: civilDate("2027-06-30") }],
  ["cae_3.1.1.4.3", { pilot: ENERGY_SERVICE, dueDay: civilDate("2027-03-31") }],
  [
    "cae_3.1.1.5.2",
    {
      explanation:
        "Opération d’autoconsommation collective en service : les toitures communales alimentent l’école, la mairie et des foyers voisins.\nLa clé de répartition suit les consommations de chaque demi-heure.",
      pilot: ENERGY_SERVICE,
    },
  ],
]);

/** Who its officer sees to. */
export const DEMONSTRATION_TASKS_OF_OFFICER: readonly string[] = ["cae_3.1.1.1.2", "cae_3.1.1.5.2"];
