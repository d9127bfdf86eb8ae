import { civilDate } from "@/lib/domain/time/civil-date";
import { declareOperation } from "./support/declare-operation";
import { expect, test } from "./support/session";

// After sign-in.spec.ts, which expects one operation only: this one makes another.

const SLUG = "fontaine-le-partage";
const ROOM = `/operations/${SLUG}`;
const MONTH = `${ROOM}/coefficients/cle-du-mois/2026-09-01`;
const ROOF = "97000000000041";
const MARKET = "97000000000058";
const HOLDER = { name: "Commune de Fontaine", legalId: "21660140100120", address: "1 place de la Mairie" };

test("a full dynamic key is made by producers served in turn, and no file is offered", async ({ page, baseURL }) => {
  const consumer = { ...HOLDER, coefficientPpm: null };
  const producer = { ...HOLDER, email: "contact@fontaine.example", peakPowerW: 36_000 };
  await declareOperation(page, {
    ...{ slug: SLUG, name: "Fontaine", accNumber: "ACC00008888", startDay: civilDate("2026-09-01"), holder: HOLDER },
    annex2: {
      ...{ kind: "dynamic_full", management: "standard" },
      consumers: ["97000000000066", "97000000000074"].map((prm) => ({ ...consumer, prm })),
      producers: [ROOF, MARKET].map((prm, rank) => ({ ...producer, prm, injectionContract: `970000000${rank + 2}` })),
    },
    origin: baseURL ?? "",
  });
  await page.goto(MONTH, { waitUntil: "networkidle" });
  await expect(page.getByText("Elle passe par l’interface seulement")).toBeVisible();
  await expect(page.getByRole("form", { name: "Importer mon fichier" })).toHaveCount(0);

  const form = page.getByRole("form", { name: "Faire la clé" });
  const order = form.getByRole("group", { name: "Ordre des producteurs" });
  await order
    .getByRole("button", { name: new RegExp(`^Servir .*${MARKET}.* plus t`) })
    .and(page.locator(":enabled"))
    .first()
    .click();
  await form.getByRole("radio", { name: "Par calendrier" }).check();
  const shares = form.getByRole("group", { name: "Le reste du temps" });
  await shares.getByRole("textbox").first().fill("60");
  await shares.getByRole("textbox").last().fill("30");
  await form.getByRole("button", { name: "Faire la clé du mois" }).click();
  await expect(page.getByText("La clé du mois est faite : chaque pas a ses coefficients.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Télécharger l’annexe 5" })).toHaveCount(0);
});
