import type { AccessLines } from "../line";

const NODE = "cae_3.1.1.5.2";

export const CLIMATE_PLAN_LINES: AccessLines = {
  "PAGE /plan-climat": "climate.read",
  "PAGE /plan-climat/audit": "climate.read",
  "PAGE /plan-climat/historique": "climate.read",
  "PAGE /plan-climat/instantanes": "climate.read",
  "PAGE /plan-climat/instantanes/[instantane]": "climate.read",
  "PAGE /plan-climat/instantanes/comparer": {
    tag: "climate.read",
    query: ({ collectivity, snapshot }) => ({ collectivite: collectivity, avant: snapshot }),
  },
  "PAGE /plan-climat/mesures/[mesure]": "climate.read",
  "PAGE /plan-climat/personnalisation": "climate.read",
  "PAGE /plan-climat/preuves": "climate.read",
  "PAGE /plan-climat/referentiel": "climate.read",
  "GET /plan-climat/historique/csv": {
    tag: "climate.read",
    query: ({ collectivity }) => ({ collectivite: collectivity }),
  },
  "GET /api/v1/collectivities/[collectivity]/climate-plan": "climate.read",
  "GET /api/v1/collectivities/[collectivity]/climate-plan/audits": "climate.read",
  "GET /api/v1/collectivities/[collectivity]/climate-plan/audits/[id]/request": "climate.read",
  "GET /api/v1/collectivities/[collectivity]/climate-plan/evidence": "climate.read",
  "GET /api/v1/collectivities/[collectivity]/climate-plan/evidence/[id]/document": "climate.read",
  "GET /api/v1/collectivities/[collectivity]/climate-plan/export": "climate.read",
  "GET /api/v1/collectivities/[collectivity]/climate-plan/history": "climate.read",
  "GET /api/v1/collectivities/[collectivity]/climate-plan/snapshot-comparison": "climate.read",
  "GET /api/v1/collectivities/[collectivity]/climate-plan/snapshots": "climate.read",
  "GET /api/v1/collectivities/[collectivity]/climate-plan/snapshots/[id]": "climate.read",
  "PUT /api/v1/collectivities/[collectivity]/climate-plan/statuses": "climate.answer",
  "PUT /api/v1/collectivities/[collectivity]/climate-plan/notes": "climate.answer",
  "ACTION saveStatusesAction": {
    tag: "climate.answer",
    input: ({ collectivity }) => [{ collectivity, statuses: [[NODE, { status: "done" }]] }],
  },
  "ACTION saveNotesAction": {
    tag: "climate.answer",
    input: ({ collectivity }) => [{ collectivity, notes: [[NODE, { explanation: "Essai" }]] }],
  },
  "POST /api/v1/collectivities/[collectivity]/climate-plan/referential": "climate.import",
  "ACTION withdrawReferentialAction": "climate.write",
  "ACTION saveProfileAction": { tag: "climate.write", form: { kind: "commune", population: "10" } },
  "POST /api/v1/collectivities/[collectivity]/climate-plan/snapshots": "climate.snapshot",
  "POST /api/v1/collectivities/[collectivity]/climate-plan/audits": "climate.snapshot",
  "ACTION takeSnapshotAction": { tag: "climate.snapshot", form: { name: "Essai" } },
  "ACTION startAuditAction": { tag: "climate.audit", form: { email: "personne@commune.test" } },
  // Before it is closed: there is no validating afterwards.
  "ACTION validateAuditAction": { tag: "climate.validate", endsSomething: true },
  "ACTION closeAuditAction": { tag: "climate.audit", endsSomething: true },
  "POST /api/v1/collectivities/[collectivity]/climate-plan/evidence": "evidence.write",
  "POST /api/v1/collectivities/[collectivity]/climate-plan/evidence/links": "evidence.write",
  "PUT /api/v1/collectivities/[collectivity]/climate-plan/evidence/[id]": "evidence.write",
  "POST /api/v1/collectivities/[collectivity]/climate-plan/evidence/[id]/copies": "evidence.write",
  "POST /api/v1/collectivities/[collectivity]/climate-plan/evidence/[id]/removal": "evidence.write",
  "ACTION joinLinkAction": {
    tag: "evidence.write",
    input: ({ collectivity }) => [
      { collectivity, nodes: [NODE], title: "Page", url: "https://www.exemple.fr", day: "" },
    ],
  },
  "ACTION renameEvidenceAction": {
    tag: "evidence.write",
    input: ({ collectivity, evidence }) => [{ collectivity, evidence, title: "Autre" }],
  },
  "ACTION copyEvidenceAction": {
    tag: "evidence.write",
    input: ({ collectivity, evidence }) => [{ collectivity, evidence, node: NODE }],
  },
  "ACTION removeEvidenceAction": {
    tag: "evidence.write",
    input: ({ collectivity, evidence }) => [{ collectivity, evidence }],
  },
  "POST /api/v1/collectivities/[collectivity]/climate-plan/figures": "evidence.figures",
  "ACTION refreshFiguresAction": "evidence.figures",
  "ACTION purgeEvidenceAction": {
    tag: "evidence.empty",
    input: ({ collectivity, evidence }) => [{ collectivity, evidence }],
  },
  "ACTION purgeRequestAction": "evidence.empty",
};
