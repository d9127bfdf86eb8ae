import type { BuildingType } from "@/lib/domain/profiles/building-type";
import type { PlaneOrientation } from "@/lib/domain/profiles/plane-irradiance";
import type { Place } from "@/lib/domain/profiles/sun-position";

/** Which legal body holds the contract: the commune or its social centre. */
export type ParticipantKey = "commune" | "ccas";

type MeteringPointIdentity = Place & {
  /** Starts with 99, a range no meter has; its two check digits are right. */
  readonly prm: string;
  readonly name: string;
  readonly address: string;
  readonly participantKey: ParticipantKey;
};

/** A site that draws from the network. */
export type DemonstrationConsumer = MeteringPointIdentity & {
  readonly role: "consumer";
  readonly buildingType: BuildingType;
  /** [VA] */
  readonly subscribedPowerVa: number;
  /** Energy of the operation's first twelve months. [Wh] */
  readonly annualEnergyWh: number;
  /** Share of the production; those of all consumers add up to 1 000 000. [ppm] */
  readonly coefficientPpm: number;
  readonly seed: number;
};

/** The roof. */
export type DemonstrationProducer = MeteringPointIdentity &
  PlaneOrientation & {
    readonly role: "producer";
    /** [W] */
    readonly peakPowerW: number;
    readonly injectionContract: string;
  };

export type DemonstrationMeteringPoint = DemonstrationConsumer | DemonstrationProducer;

/** Eleven consumers and one producer, all within a kilometre. */
export const DEMONSTRATION_METERING_POINTS: readonly DemonstrationMeteringPoint[] = [
  {
    role: "consumer",
    prm: "99000000000134",
    name: "Mairie",
    address: "1 place de la République, 66999 Saint-Exemple-les-Vignes",
    participantKey: "commune",
    latitudeDegrees: 42.7004,
    longitudeDegrees: 2.7508,
    buildingType: "town_hall",
    subscribedPowerVa: 18_000,
    annualEnergyWh: 19_000_000,
    coefficientPpm: 130_000,
    seed: 1,
  },
  {
    role: "consumer",
    prm: "99000000000246",
    name: "École maternelle",
    address: "5 rue des Écoles, 66999 Saint-Exemple-les-Vignes",
    participantKey: "commune",
    latitudeDegrees: 42.7011,
    longitudeDegrees: 2.7523,
    buildingType: "nursery_school",
    subscribedPowerVa: 18_000,
    annualEnergyWh: 14_500_000,
    coefficientPpm: 90_000,
    seed: 2,
  },
  {
    role: "consumer",
    prm: "99000000000358",
    name: "École élémentaire",
    address: "7 rue des Écoles, 66999 Saint-Exemple-les-Vignes",
    participantKey: "commune",
    latitudeDegrees: 42.7013,
    longitudeDegrees: 2.7527,
    buildingType: "primary_school",
    subscribedPowerVa: 30_000,
    annualEnergyWh: 26_000_000,
    coefficientPpm: 160_000,
    seed: 3,
  },
  {
    role: "consumer",
    prm: "99000000000460",
    name: "Cantine scolaire",
    address: "9 rue des Écoles, 66999 Saint-Exemple-les-Vignes",
    participantKey: "commune",
    latitudeDegrees: 42.7015,
    longitudeDegrees: 2.7529,
    buildingType: "school_canteen",
    subscribedPowerVa: 24_000,
    annualEnergyWh: 21_000_000,
    coefficientPpm: 150_000,
    seed: 4,
  },
  {
    role: "consumer",
    prm: "99000000000571",
    name: "Médiathèque",
    address: "4 rue de la Tramontane, 66999 Saint-Exemple-les-Vignes",
    participantKey: "commune",
    latitudeDegrees: 42.6998,
    longitudeDegrees: 2.7495,
    buildingType: "library",
    subscribedPowerVa: 12_000,
    annualEnergyWh: 11_500_000,
    coefficientPpm: 80_000,
    seed: 5,
  },
  {
    role: "consumer",
    prm: "99000000000683",
    name: "Halle des sports",
    address: "20 avenue du Stade, 66999 Saint-Exemple-les-Vignes",
    participantKey: "commune",
    latitudeDegrees: 42.7032,
    longitudeDegrees: 2.7481,
    buildingType: "sports_hall",
    subscribedPowerVa: 24_000,
    annualEnergyWh: 22_000_000,
    coefficientPpm: 120_000,
    seed: 6,
  },
  {
    role: "consumer",
    prm: "99000000000795",
    name: "Centre culturel",
    address: "12 rue du Four, 66999 Saint-Exemple-les-Vignes",
    participantKey: "commune",
    latitudeDegrees: 42.6995,
    longitudeDegrees: 2.7512,
    buildingType: "cultural_centre",
    subscribedPowerVa: 18_000,
    annualEnergyWh: 15_000_000,
    coefficientPpm: 85_000,
    seed: 7,
  },
  {
    role: "consumer",
    prm: "99000000000807",
    name: "Centre technique municipal",
    address: "2 chemin du Cairat, 66999 Saint-Exemple-les-Vignes",
    participantKey: "commune",
    latitudeDegrees: 42.7041,
    longitudeDegrees: 2.7556,
    buildingType: "technical_centre",
    subscribedPowerVa: 12_000,
    annualEnergyWh: 8_500_000,
    coefficientPpm: 60_000,
    seed: 8,
  },
  {
    role: "consumer",
    prm: "99000000000909",
    name: "Maison des services",
    address: "3 rue des Écoles, 66999 Saint-Exemple-les-Vignes",
    participantKey: "ccas",
    latitudeDegrees: 42.7009,
    longitudeDegrees: 2.752,
    buildingType: "public_services_centre",
    subscribedPowerVa: 9_000,
    annualEnergyWh: 9_500_000,
    coefficientPpm: 65_000,
    seed: 9,
  },
  {
    role: "consumer",
    prm: "99000000001035",
    name: "Point-jeunes",
    address: "22 avenue du Stade, 66999 Saint-Exemple-les-Vignes",
    participantKey: "ccas",
    latitudeDegrees: 42.703,
    longitudeDegrees: 2.7486,
    buildingType: "youth_centre",
    subscribedPowerVa: 6_000,
    annualEnergyWh: 4_500_000,
    coefficientPpm: 25_000,
    seed: 10,
  },
  {
    role: "consumer",
    prm: "99000000001147",
    name: "Salle de convivialité",
    address: "30 avenue du Stade, 66999 Saint-Exemple-les-Vignes",
    participantKey: "commune",
    latitudeDegrees: 42.7036,
    longitudeDegrees: 2.749,
    buildingType: "function_room",
    subscribedPowerVa: 18_000,
    annualEnergyWh: 10_500_000,
    coefficientPpm: 35_000,
    seed: 11,
  },
  {
    role: "producer",
    prm: "99000000001259",
    name: "Toiture de la salle de convivialité",
    address: "30 avenue du Stade, 66999 Saint-Exemple-les-Vignes",
    participantKey: "commune",
    latitudeDegrees: 42.7036,
    longitudeDegrees: 2.749,
    tiltDegrees: 15,
    azimuthDegrees: 180,
    peakPowerW: 54_000,
    injectionContract: "0000999912",
  },
];
