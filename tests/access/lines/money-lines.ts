import type { AccessLines } from "../line";

export const MONEY_LINES: AccessLines = {
  "PAGE /operations/[operation]/economies": "money.read",
  "PAGE /operations/[operation]/reglages/prix": "money.read",
  "GET /api/v1/operations/[acc]/money": "money.read",
  "GET /api/v1/operations/[acc]/prices": "money.read",
  "PUT /api/v1/operations/[acc]/prices": "money.write",
  "ACTION setPriceAction": { tag: "money.write", form: { kind: "supply", prices: "20,5", source: "Essai" } },
  "ACTION withdrawPriceAction": { tag: "money.write", form: ({ unknown }) => ({ id: unknown }) },
  "ACTION setPriceTableAction": {
    tag: "money.write",
    form: ({ prm }) => ({ source: "Essai", table: `PRM;HP;HC\n${prm};21,5;16,2` }),
  },
};
