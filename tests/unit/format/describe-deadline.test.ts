import { describe, expect, test } from "vitest";
import { DEADLINE_RULES, type DeadlineRuleId } from "@/lib/domain/deadlines/deadline-rules";
import { deriveDeadline } from "@/lib/domain/deadlines/derive-deadline";
import { civilDate } from "@/lib/domain/time/civil-date";
import { DEADLINE_TEXTS } from "@/lib/format/deadline-texts";
import {
  describeActor,
  describeArticles,
  describeConsequence,
  describeDeadline,
  describeDeadlineState,
  describeDueDay,
} from "@/lib/format/describe-deadline";
import { writeDigestMail } from "@/lib/format/write-digest-mail";

function derive(rule: DeadlineRuleId, today: string, doneOn: string | null = null, namesPerson = false) {
  const event = {
    operationId: "operation",
    rule,
    subject: { id: "1", text: "avril <2026>", namesPerson },
    anchorDay: civilDate("2026-05-01"),
    doneOn: doneOn === null ? null : civilDate(doneOn),
    path: "/periodes/2026-04-01",
  };
  return deriveDeadline(event, civilDate(today), "metropolitan");
}

// 1 May and 8 May 2026 are holidays: the fourth working day is Thursday the 7th.
test.for([
  ["2026-04-20", null, "à venir", "au plus tard le 07/05/2026"],
  ["2026-05-06", null, "cette semaine", "au plus tard le 07/05/2026"],
  ["2026-05-09", null, "en retard", "au plus tard le 07/05/2026"],
  ["2026-05-11", null, "en retard de 1\u00a0jour ouvré", "au plus tard le 07/05/2026"],
  ["2026-05-13", null, "en retard de 3\u00a0jours ouvrés", "au plus tard le 07/05/2026"],
  ["2026-05-13", "2026-05-07", "fait", "le 07/05/2026"],
  ["2026-05-13", "2026-05-12", "fait en retard", "le 12/05/2026"],
] as const)("the key of the month on %s, done %s", ([today, done, state, due]) => {
  const deadline = derive("dynamic-key", today, done);
  expect(describeDeadlineState(deadline).text).toBe(state);
  expect(describeDueDay(deadline)).toBe(due);
  expect(describeArticles(deadline)).toBe("art. 4.1 et 4.4");
  expect(describeConsequence(deadline)).toBe("La clé par défaut est appliquée à toute la période.");
});

test("who acts", () => {
  expect(describeActor(derive("dynamic-key", "2026-05-01"))).toBe("à vous");
  expect(describeActor(derive("measures", "2026-05-01"))).toBe("en attente d’Enedis");
  expect(describeActor(derive("dispute", "2026-05-01"))).toBe("prend effet seul");
});

test("a person's name stays inside", () => {
  const deadline = derive("consent-proof", "2026-05-01", null, true);
  expect(describeDeadline(deadline)).toContain("avril <2026>");
  expect(describeDeadline(deadline, { withNames: false })).toBe("Fournir le justificatif du consentement à la courbe");
});

describe("every rule", () => {
  test.for(Object.keys(DEADLINE_RULES) as DeadlineRuleId[])("%s is told in French, in full", (rule) => {
    const { task, consequence } = DEADLINE_TEXTS[rule];
    expect(task).toMatch(/^\p{Lu}[^.]*\p{L}$/u);
    expect(consequence).toMatch(/^\p{Lu}.*\.$/u);
    expect(`${task}${consequence}`).not.toMatch(/ [:;?!]|'/);
  });
});

describe("a digest", () => {
  const row = (rule: DeadlineRuleId, today: string) => ({
    deadline: derive(rule, today, null, rule === "consent-proof"),
    operationName: "École & Mairie",
    url: "https://prorata.example/operations/ecole/periodes/2026-04-01",
  });
  const mail = writeDigestMail({
    rows: [row("dynamic-key", "2026-05-13"), row("settle", "2026-05-13"), row("consent-proof", "2026-05-13")],
    homeUrl: "https://prorata.example/",
    settingsUrl: "https://prorata.example/compte",
  });

  test("says how much there is, late first, and where each is done", () => {
    expect(mail.subject).toBe("Prorata\u00a0: 3\u00a0échéances, dont 1 en retard");
    expect(mail.text).toBe(
      [
        "EN RETARD",
        "- École & Mairie\u00a0: Notifier la clé du mois\u00a0: avril <2026>\n  au plus tard le 07/05/2026, en retard de 3\u00a0jours ouvrés, à vous, art. 4.1 et 4.4. La clé par défaut est appliquée à toute la période.\n  https://prorata.example/operations/ecole/periodes/2026-04-01",
        "CETTE SEMAINE",
        "- École & Mairie\u00a0: Calculer la période\u00a0: avril <2026>\n  dès que possible, à vous. Le résultat n’est pas connu tant qu’elle n’est pas calculée.\n  https://prorata.example/operations/ecole/periodes/2026-04-01",
        "- École & Mairie\u00a0: Fournir le justificatif du consentement à la courbe\n  au plus tard le 19/05/2026, à vous, art. 5.1.4. Le PRM sort du périmètre.\n  https://prorata.example/operations/ecole/periodes/2026-04-01",
        "Tout ce qui est à faire\u00a0: https://prorata.example/",
        "Vous recevez ce message parce que vous l’avez demandé dans votre compte.\nRégler ou arrêter\u00a0: https://prorata.example/compte\n",
      ].join("\n\n"),
    );
  });

  test("is the same as HTML, in which nothing typed becomes markup", () => {
    expect(mail.html).toContain("École &amp; Mairie");
    expect(mail.html).toContain("avril &lt;2026&gt;");
    expect(mail.html).not.toContain("<2026>");
    expect(mail.html).not.toMatch(/<img|<script|<link/);
  });
});
