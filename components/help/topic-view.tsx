import type { Route } from "next";
import Link from "next/link";
import { GLOSSARY } from "@/lib/content/glossary/glossary";
import type { HelpTopic } from "@/lib/content/help/help-topic";
import styles from "./topic-view.module.css";

type TopicViewProps = {
  topic: HelpTopic;
  /** Called when a link is followed: beside the screen, the help closes. */
  onLeave?: () => void;
};

/** The help of one screen, under a title that its place gives. */
export function TopicView({ topic, onLeave }: TopicViewProps) {
  const { purpose, first, next, terms = [] } = topic;
  return (
    <div className={styles.topic}>
      <p>{purpose}</p>
      <ol>
        {first.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {next && (
        <p>
          <strong>Ensuite :</strong> {next}
        </p>
      )}
      {terms.length > 0 && (
        <dl className={styles.terms}>
          {terms.map((key) => (
            <div key={key}>
              <dt>
                <Link href={`/documentation/glossaire#${key}` as Route} onClick={onLeave}>
                  {GLOSSARY[key].term}
                </Link>
              </dt>
              <dd>{GLOSSARY[key].plain}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
