import { Button } from "@mantine/core";
import { Notice } from "@/components/ui/notice";
import styles from "./measure-board.module.css";
import type { SaveQueue } from "./use-save-queue";

type Queue = Pick<SaveQueue<unknown>, "isSaving" | "failure" | "send" | "forget">;

/** Whether what was changed is saved; if not, why, and another try. */
export function SaveState({ queues }: { queues: readonly Queue[] }) {
  const isSaving = queues.some((queue) => queue.isSaving);
  const failures = [...new Set(queues.flatMap(({ failure }) => failure ?? []))];
  if (failures.length === 0) {
    return (
      <p className={styles.saving} role="status">
        {isSaving ? "Enregistrement…" : ""}
      </p>
    );
  }
  const sendAll = () => {
    for (const { send } of queues) send();
  };
  const forgetAll = () => {
    for (const { forget } of queues) forget();
    window.location.reload();
  };
  return (
    <div className={styles.unsaved}>
      <Notice
        tone="danger"
        title="Des réponses ne sont pas encore enregistrées"
        live
        actions={
          <>
            <Button onClick={sendAll} loading={isSaving}>
              Réessayer
            </Button>
            <Button variant="default" onClick={forgetAll}>
              Abandonner ces changements
            </Button>
          </>
        }
      >
        {failures.join(" ")}
      </Notice>
    </div>
  );
}
