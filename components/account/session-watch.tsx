"use client";

import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import { Notice } from "@/components/ui/notice";
import styles from "./session-watch.module.css";

/** How long an answer to what was sent may take to come first. [ms] */
const AFTER_SENDING_MS = 1_000;

/**
 * Says that the session is over, whatever form was sent without it, and leads to sign in beside it: the page, and what
 * was typed in it, stay.
 */
export function SessionWatch() {
  const pathname = usePathname();
  const [isOver, setIsOver] = useState(false);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const check = async () => setIsOver((await hasSession()) === false);
    const checkSoon = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void check(), AFTER_SENDING_MS);
    };
    // Back from the tab where one signed in again, or from lunch.
    const onReturn = () => {
      if (document.visibilityState === "visible") void check();
    };
    document.addEventListener("submit", checkSoon, true);
    document.addEventListener("visibilitychange", onReturn);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("submit", checkSoon, true);
      document.removeEventListener("visibilitychange", onReturn);
    };
  }, []);

  if (!isOver) return null;
  return (
    <div className={styles.watch}>
      <Notice tone="warning" title="Votre session est finie" live>
        Ce que vous avez saisi reste ici.{" "}
        <a href={`/connexion?suite=${encodeURIComponent(pathname)}`} target="_blank" rel="noopener">
          Connectez-vous dans un autre onglet
        </a>
        , puis revenez et recommencez.
      </Notice>
    </div>
  );
}

/** Null when the server does not answer: that is another matter. */
async function hasSession(): Promise<boolean | null> {
  try {
    const answer = await fetch("/api/auth/get-session", { cache: "no-store" });
    return answer.ok ? (await answer.json()) !== null : null;
  } catch {
    return null;
  }
}
