import type { HelpKey } from "@/lib/content/help/help-keys";
import styles from "./topic-view.module.css";

/** Keys and what they do. */
export function KeyTable({ title, keys }: { title: string; keys: readonly HelpKey[] }) {
  return (
    <table className={styles.keys}>
      <caption>{title}</caption>
      <tbody>
        {keys.map(({ keys: name, does }) => (
          <tr key={`${name}${does}`}>
            <th scope="row">
              <kbd>{name}</kbd>
            </th>
            <td>{does}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
