import type { Deadline } from "@/lib/domain/deadlines/deadline";
import {
  describeActor,
  describeArticles,
  describeConsequence,
  describeDeadline,
  describeDeadlineState,
  describeDueDay,
} from "./describe-deadline";
import { escapeHtml } from "./escape-html";
import { formatCount } from "./format-number";

/** A deadline, whose it is, and where it is done. */
export type DigestRow = { readonly deadline: Deadline; readonly operationName: string; readonly url: string };

export type Digest = {
  /** Late first. */
  readonly rows: readonly DigestRow[];
  /** What is to do, as a page. */
  readonly homeUrl: string;
  /** Where one says how often it comes. */
  readonly settingsUrl: string;
};

export type DigestMail = { readonly subject: string; readonly text: string; readonly html: string };

/** Longer, it would not be read: the page has the rest. */
const SHOWN = 40;

/**
 * What is to do, as a mail: plain text, and the same as simple HTML without anything to fetch. No participant is named:
 * a mail is read on many servers.
 */
export function writeDigestMail({ rows, homeUrl, settingsUrl }: Digest): DigestMail {
  const late = rows.filter(({ deadline }) => deadline.state.kind === "late");
  const counted = formatCount(rows.length, "échéance", "échéances");
  const subject = `Prorata\u00a0: ${counted}${late.length > 0 ? `, dont ${late.length} en retard` : ""}`;
  const groups = [
    { title: "En retard", rows: late },
    { title: "Cette semaine", rows: rows.filter(({ deadline }) => deadline.state.kind !== "late") },
  ].filter((group) => group.rows.length > 0);
  const shown = groups.map((group) => ({ ...group, rows: group.rows.slice(0, SHOWN).map(describeRow) }));
  const rest = groups.reduce((sum, group) => sum + Math.max(0, group.rows.length - SHOWN), 0);
  const more = rest > 0 ? [`Et ${formatCount(rest, "autre", "autres")}, sur la page.`] : [];
  const note = "Vous recevez ce message parce que vous l’avez demandé dans votre compte.";
  const text = [
    ...shown.flatMap((group) => [
      group.title.toUpperCase(),
      ...group.rows.map(({ head, facts, url }) => `- ${head}\n  ${facts}\n  ${url}`),
    ]),
    ...more,
    `Tout ce qui est à faire\u00a0: ${homeUrl}`,
    `${note}\nRégler ou arrêter\u00a0: ${settingsUrl}`,
  ].join("\n\n");
  const html = [
    '<!doctype html><html lang="fr"><body style="font-family: sans-serif; max-width: 40em">',
    ...shown.flatMap((group) => [
      `<h2 style="font-size: 1.1em">${group.title}</h2><ul>`,
      ...group.rows.map(
        ({ head, facts, url }) =>
          `<li style="margin-bottom: 0.6em"><a href="${escapeHtml(url)}">${escapeHtml(head)}</a><br>${escapeHtml(facts)}</li>`,
      ),
      "</ul>",
    ]),
    ...more.map((line) => `<p>${escapeHtml(line)}</p>`),
    `<p><a href="${escapeHtml(homeUrl)}">Tout ce qui est à faire</a></p>`,
    `<p style="font-size: smaller; color: #495057">${note} <a href="${escapeHtml(settingsUrl)}">Régler ou arrêter</a></p>`,
    "</body></html>",
  ].join("");
  return { subject, text: `${text}\n`, html };
}

function describeRow({ deadline, operationName, url }: DigestRow) {
  const articles = describeArticles(deadline);
  const when = deadline.state.kind === "late" ? [describeDeadlineState(deadline).text] : [];
  return {
    head: `${operationName}\u00a0: ${describeDeadline(deadline, { withNames: false })}`,
    facts: [
      [describeDueDay(deadline), ...when, describeActor(deadline), ...(articles ? [articles] : [])].join(", "),
      describeConsequence(deadline),
    ].join(". "),
    url,
  };
}
