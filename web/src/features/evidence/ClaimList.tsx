import { UnstyledButton } from "@mantine/core";
import { useWords } from "@/app/i18n";
import { plainText } from "@/document/markdown";
import { useEditor } from "@/features/editor/state/context";
import type { Said } from "./claims";
import classes from "./evidence.module.css";

/** Claims to go to on the grid. */
export function ClaimList({ claims, isBacked }: { claims: readonly Said[]; isBacked: boolean }) {
  const t = useWords();
  const { apply } = useEditor();
  return (
    <ul className={classes.claims} data-backed={isBacked}>
      {claims.map(({ id, text, where, select }) => {
        const said = (
          <>
            <span dir="auto">{plainText(text)}</span>
            <small dir="auto">{plainText(where)}</small>
          </>
        );
        return (
          <li key={id}>
            {select ? (
              <UnstyledButton
                className={classes.claim}
                onClick={() =>
                  apply({ announce: { id: "evidence-gone-to", args: { text: plainText(text) } }, select })
                }
              >
                {said}
              </UnstyledButton>
            ) : (
              <div className={classes.claim} title={t("evidence-in-portrait")}>
                {said}
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
