import type { Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { StatusBadge } from "@/components/ui/status-badge";
import { formatDay, formatPeriodName } from "@/lib/format/format-date";
import { formatCount } from "@/lib/format/format-number";
import type { TableStatus } from "@/lib/format/table-cells";
import type { FirstSteps as Steps } from "@/lib/services/operations/read-first-steps";
import styles from "./first-steps.module.css";

type Step = {
  readonly title: string;
  readonly state: TableStatus;
  /** What it is for, and what it needs. */
  readonly text: string;
  readonly action: { readonly label: string; readonly href: string } | null;
};

const DONE: TableStatus = { text: "fait", tone: "success" };
const TO_DO: TableStatus = { text: "à faire", tone: "info" };
const LATER: TableStatus = { text: "plus tard", tone: "neutral" };

type FirstStepsProps = {
  slug: string;
  startDay: string;
  steps: Steps;
  /** Who may only read sees where things stand, without the buttons. */
  mayWrite: boolean;
};

/** The way from nothing to a first settled month. */
export function FirstSteps({ slug, startDay, steps, mayWrite }: FirstStepsProps) {
  const list = [
    sheetStep(steps),
    participantsStep(steps),
    keyStep(steps),
    measuresStep(steps, startDay),
    settlementStep(steps),
  ];
  const current = list.find(({ state }) => state === TO_DO);
  return (
    <ol className={styles.steps}>
      {list.map((step) => (
        <li key={step.title} className={styles.step}>
          <div>
            <h3 className={styles.title}>{step.title}</h3>
            <p>{step.text}</p>
          </div>
          <div className={styles.side}>
            <StatusBadge tone={step.state.tone}>{step.state.text}</StatusBadge>
            {mayWrite && step.action && (
              <ButtonLink
                href={`/operations/${slug}${step.action.href}` as Route}
                variant={step === current ? "filled" : "default"}
                size="xs"
              >
                {step.action.label}
              </ButtonLink>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

function sheetStep({ missingFields }: Steps): Step {
  const action = { label: "Ouvrir la fiche", href: "/reglages" };
  const title = "Fiche de l’opération";
  if (missingFields === 0) {
    return { title, state: DONE, text: "Elle dit tout ce que demandent les annexes 1 et 3 de la convention.", action };
  }
  const left = formatCount(missingFields, "information manque", "informations manquent");
  const text = `${left} pour les annexes 1 et 3 de la convention. Le calcul peut commencer sans elles.`;
  return { title, state: TO_DO, text, action };
}

function participantsStep({ producers, consumers }: Steps): Step {
  const isDone = producers > 0 && consumers > 0;
  const counts = `${formatCount(producers, "producteur", "producteurs")} et ${formatCount(consumers, "consommateur", "consommateurs")}`;
  return {
    title: "Participants",
    state: isDone ? DONE : TO_DO,
    text: isDone
      ? `${counts} dans le périmètre.`
      : "Il faut au moins un producteur et un consommateur : le classeur de l’annexe 2 les apporte d’un coup, la liste des participants un à un.",
    action: isDone
      ? { label: "Voir les participants", href: "/participants" }
      : { label: "Déposer une annexe 2", href: "/participants/annexe-2" },
  };
}

function keyStep({ hasKey, producers, consumers }: Steps): Step {
  const hasPerimeter = producers > 0 && consumers > 0;
  return {
    title: "Clé de répartition",
    state: hasKey ? DONE : hasPerimeter ? TO_DO : LATER,
    text: hasKey
      ? "Une clé dit quelle part de la production revient à chacun."
      : "Sans choix, la production est partagée au prorata des consommations (clé par défaut).",
    action: { label: hasKey ? "Voir la clé" : "Choisir la clé", href: "/coefficients" },
  };
}

function measuresStep({ firstPeriod }: Steps, startDay: string): Step {
  const title = "Mesures du premier mois";
  const action = { label: "Importer des mesures", href: "/mesures" };
  if (!firstPeriod) {
    const text = `L’opération commence le ${formatDay(startDay)}. Enedis publie les courbes d’un mois une fois qu’il est terminé.`;
    return { title, state: LATER, text, action: null };
  }
  const { period, state, missingPoints } = firstPeriod;
  const name = formatPeriodName(period.from, period.toExclusive);
  switch (state) {
    case "running": {
      const text = `${name} se termine le ${formatDay(period.toExclusive)} à minuit. Les courbes qu’Enedis publie s’importent ensuite.`;
      return { title, state: LATER, text: capitalize(text), action };
    }
    case "no_perimeter": {
      const text = `Une courbe se rattache à un PRM : il faut d’abord des participants dès ${name}.`;
      return { title, state: LATER, text, action: null };
    }
    case "waiting": {
      const left = formatCount(missingPoints, "PRM attend ses courbes", "PRM attendent leurs courbes");
      return { title, state: TO_DO, text: `${capitalize(name)} : ${left}.`, action };
    }
    case "ready":
      return {
        title,
        state: DONE,
        text: `Les courbes de ${name} sont complètes ou corrigeables (art. 5.2.3).`,
        action,
      };
  }
}

function settlementStep({ firstPeriod }: Steps): Step {
  const title = "Premier calcul";
  if (firstPeriod?.state !== "ready") {
    const text =
      "Quand les courbes du premier mois sont là, le calcul partage la production, demi-heure par demi-heure.";
    return { title, state: LATER, text, action: null };
  }
  const { from, toExclusive } = firstPeriod.period;
  return {
    title,
    state: TO_DO,
    text: `Tout est prêt pour calculer ${formatPeriodName(from, toExclusive)}.`,
    action: { label: "Calculer le premier mois", href: `/periodes/${from}` },
  };
}

const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
