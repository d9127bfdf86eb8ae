import type { AccessLines } from "../line";

const PERSON = { kind: "natural", name: "Ariane Lantier", address: "", email: "", phone: "" };

const SITE = {
  ...{ name: "Maison", address: "", withdrawalContract: "", injectionContract: "", meterNumber: "", voltage: "" },
  ...{ isMeterCommunicating: "", subscribedPower: "", peakPower: "", energySource: "", annualWithdrawal: "" },
  ...{ surface: "", latitude: "", longitude: "" },
};

export const PARTICIPANTS_LINES: AccessLines = {
  "PAGE /operations/[operation]/participants": "perimeter.read",
  "PAGE /operations/[operation]/participants/[participant]": "perimeter.read",
  "PAGE /operations/[operation]/participants/annexe-2": "perimeter.read",
  "PAGE /operations/[operation]/participants/carte": "perimeter.read",
  "PAGE /operations/[operation]/participants/perimetre": "perimeter.read",
  "PAGE /operations/[operation]/participants/prm/[prm]": "perimeter.read",
  "LAYOUT /(espace)/operations/[operation]/participants": "perimeter.read",
  "GET /api/v1/operations/[acc]/annex-2": "perimeter.read",
  "GET /api/v1/operations/[acc]/metering-points": "perimeter.read",
  "POST /api/v1/operations/[acc]/perimeter-file": "perimeter.read",
  "POST /api/v1/operations/[acc]/annex-2": "perimeter.write",
  "POST /api/v1/annex-2": { tag: "perimeter.write", isOwn: true },
  "PAGE /operations/[operation]/participants/nouveau": "perimeter.edit",
  "PAGE /operations/[operation]/participants/[participant]/modifier": "perimeter.edit",
  "PAGE /operations/[operation]/participants/prm/nouveau": {
    tag: "perimeter.edit",
    query: ({ participant }) => ({ participant }),
  },
  "PAGE /operations/[operation]/participants/prm/[prm]/modifier": "perimeter.edit",
  "ACTION addParticipantAction": { tag: "perimeter.edit", form: PERSON },
  "ACTION editParticipantAction": { tag: "perimeter.edit", form: PERSON },
  "ACTION removeParticipantAction": { tag: "perimeter.edit", form: ({ unknown }) => ({ participant: unknown }) },
  "ACTION addMeteringPointAction": {
    tag: "perimeter.edit",
    form: { ...SITE, prm: "99999999999999", roles: "consumer", day: "2027-01-01" },
  },
  "ACTION editMeteringPointAction": { tag: "perimeter.edit", form: SITE },
  "ACTION removeMeteringPointAction": "perimeter.edit",
  "ACTION handOverAction": {
    tag: "perimeter.edit",
    form: ({ unknown }) => ({ participant: unknown, day: "2027-01-01" }),
  },
  "ACTION planEntryAction": { tag: "perimeter.edit", form: { roles: "producer", day: "2027-01-01" } },
  "ACTION decideStaysAction": {
    tag: "perimeter.edit",
    form: ({ unknown }) => ({ kind: "exit", stays: unknown, day: "2027-01-01", cause: "organiser" }),
  },
  "ACTION takeOverDaysAction": {
    tag: "perimeter.edit",
    input: ({ operation, prm, from }) => {
      const stay = { from, toExclusive: null };
      return [operation, JSON.stringify([{ prm, role: "consumer", ours: stay, theirs: stay }])];
    },
  },
  "PAGE /operations/[operation]/participants/consentements": "consents.read",
  "PAGE /operations/[operation]/participants/consentements/[participant]": "consents.read",
  "GET /api/v1/operations/[acc]/consents": "consents.read",
  "GET /api/v1/operations/[acc]/consents/form": {
    tag: "consents.read",
    query: ({ participant }) => ({ participant }),
  },
  "GET /api/v1/operations/[acc]/consents/[id]/document": "consents.write",
  "GET /api/v1/operations/[acc]/consents/proof": "consents.write",
  "POST /api/v1/operations/[acc]/consents": "consents.write",
  "POST /api/v1/operations/[acc]/consents/[id]/document": "consents.write",
  "POST /api/v1/operations/[acc]/consents/[id]/withdrawal": "consents.write",
  "ACTION withdrawConsentAction": { tag: "consents.write", form: { note: "" } },
  "GET /api/v1/operations/[acc]/participants/[id]/personal-data": "personal-data.read",
  "PAGE /operations/[operation]/participants/[participant]/donnees": {
    tag: "personal-data.read",
    saysWhy: "Votre rôle ne donne pas accès à ces données",
  },
  "ACTION requestErasureAction": {
    tag: "personal-data.erase",
    form: { confirmed: "on" },
  },
  "PAGE /operations/[operation]/participants/heures-creuses": "tariffs.read",
  "GET /api/v1/operations/[acc]/tariff-schedules": "tariffs.read",
  "PUT /api/v1/operations/[acc]/tariff-schedules": "tariffs.write",
  "PUT /api/v1/operations/[acc]/tariff-season": "tariffs.write",
  "ACTION setTariffScheduleAction": {
    tag: "tariffs.write",
    form: { structure: "peak_off_peak", offPeak: "22h30-6h30", lowSeasonOffPeak: "", highSeasonMonths: "" },
  },
  "ACTION withdrawTariffScheduleAction": "tariffs.write",
  "ACTION setTariffSeasonAction": { tag: "tariffs.write", form: { highSeasonMonths: "12-2" } },
  "ACTION setTariffTableAction": { tag: "tariffs.write", form: ({ prm }) => ({ table: `PRM;Tarif\n${prm};Base` }) },
};
