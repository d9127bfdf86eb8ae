import { type CivilDate, civilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import {
  DEMONSTRATION_METERING_POINTS,
  type DemonstrationMeteringPoint,
  type ParticipantKey,
} from "./demonstration-metering-points";

/** A legal body that takes part. */
export type DemonstrationParticipant = {
  readonly key: ParticipantKey;
  readonly name: string;
  readonly siret: string;
  readonly address: string;
  readonly email: string;
};

/** A person the DSO may write to. */
export type DemonstrationContact = {
  readonly firstName: string;
  readonly lastName: string;
  readonly function: string;
  readonly phone: string;
  readonly email: string;
};

/** A stretch for which a meter sent nothing. Instants as ISO text with their offset, half-open. */
export type MeasureGap = {
  readonly prm: string;
  readonly from: string;
  readonly toExclusive: string;
};

/** All there is to know of the demonstration operation but its curves, which are computed. */
export type DemonstrationOperation = {
  readonly accNumber: string;
  readonly slug: string;
  readonly name: string;
  readonly city: string;
  readonly postalCode: string;
  /** The day on which the convention bore both signatures. */
  readonly conventionSignedDay: CivilDate;
  readonly startDay: Period["from"];
  readonly monthlyAnniversaryDay: number;
  readonly stepMinutes: number;
  readonly coefficientKind: "static";
  readonly organiser: DemonstrationParticipant & { readonly legalForm: string; readonly nafCode: string };
  readonly referent: DemonstrationContact;
  readonly signatory: DemonstrationContact;
  readonly participants: readonly DemonstrationParticipant[];
  readonly meteringPoints: readonly DemonstrationMeteringPoint[];
  /** Days the meters have been read for: a year, one month, with three clock changes. */
  readonly measured: Period;
  readonly gaps: readonly MeasureGap[];
  /** The weather all its curves share. (int32) */
  readonly weatherSeed: number;
};

const COMMUNE: DemonstrationParticipant = {
  key: "commune",
  name: "Commune de Saint-Exemple-les-Vignes",
  siret: "21669999100016",
  address: "1 place de la République, 66999 Saint-Exemple-les-Vignes",
  email: "mairie@saint-exemple-les-vignes.example",
};

const CCAS: DemonstrationParticipant = {
  key: "ccas",
  name: "Centre communal d’action sociale de Saint-Exemple-les-Vignes",
  siret: "26669999000013",
  address: "3 rue des Écoles, 66999 Saint-Exemple-les-Vignes",
  email: "ccas@saint-exemple-les-vignes.example",
};

/**
 * The operation a visitor finds in a fresh installation: a 54 kWc roof shared by eleven municipal meters.
 *
 * Its shape is that of the convention's case (annexe 1: one producer, eleven consumers); commune, people, numbers and
 * curves are made up. Telephone numbers are of the range kept for fiction, addresses under `.example`.
 *
 * @see ARCEP, plan national de numérotation: 04 65 71 xx xx is reserved for audiovisual works.
 * @see RFC 2606, 2: the domain `.example`.
 */
export const DEMONSTRATION_OPERATION: DemonstrationOperation = {
  accNumber: "ACC00009999",
  slug: "saint-exemple-les-vignes",
  name: "Saint-Exemple-les-Vignes",
  city: "Saint-Exemple-les-Vignes",
  postalCode: "66999",
  conventionSignedDay: civilDate("2025-08-29"),
  startDay: civilDate("2025-10-01"),
  monthlyAnniversaryDay: 1,
  stepMinutes: 30,
  coefficientKind: "static",
  organiser: { ...COMMUNE, legalForm: "Administration publique générale", nafCode: "8411Z" },
  referent: {
    firstName: "Camille",
    lastName: "Témoin",
    function: "Responsable des bâtiments",
    phone: "04 65 71 00 02",
    email: "batiments@saint-exemple-les-vignes.example",
  },
  signatory: {
    firstName: "Dominique",
    lastName: "Modèle",
    function: "Maire",
    phone: "04 65 71 00 01",
    email: "mairie@saint-exemple-les-vignes.example",
  },
  participants: [COMMUNE, CCAS],
  meteringPoints: DEMONSTRATION_METERING_POINTS,
  measured: { from: civilDate("2025-10-01"), toExclusive: civilDate("2026-11-01") },
  gaps: [
    // Town hall, three quarters of an hour: two half-hours, corrected between their neighbours.
    { prm: "99000000000134", from: "2026-01-20T10:00:00+01:00", toExclusive: "2026-01-20T10:45:00+01:00" },
    // Cultural centre, five hours: corrected from the week before.
    { prm: "99000000000795", from: "2026-03-12T09:00:00+01:00", toExclusive: "2026-03-12T14:00:00+01:00" },
    // Sports hall, nine days: seven are corrected from the week before, the last two have no measured week before them
    // and keep October 2026 waiting for measures.
    { prm: "99000000000683", from: "2026-10-12T00:00:00+02:00", toExclusive: "2026-10-21T00:00:00+02:00" },
  ],
  weatherSeed: 4,
};
