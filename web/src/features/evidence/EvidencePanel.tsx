import { Button, Stack, Text } from "@mantine/core";
import { IconBookmarkPlus } from "@tabler/icons-react";
import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { useWords } from "@/app/i18n";
import { assumptionsOf, citationsOf, evidenceCoverage } from "@/document/derived";
import { addEvidence } from "@/document/edits/people";
import { useSnapshot } from "@/document/hooks";
import { lookup } from "@/document/lookup";
import type { Key } from "@/document/types";
import type { PanelProps } from "@/features/editor/panels/panel";
import { useEditor } from "@/features/editor/state/context";
import { useBeside } from "@/features/editor/state/useBeside";
import { Share } from "@/ui/Share";
import { ClaimList } from "./ClaimList";
import { sayOf } from "./claims";
import { EvidenceEntry } from "./EvidenceEntry";
import classes from "./evidence.module.css";

/** What backs the map: the evidence, where each piece is cited, and what nothing backs yet. */
export default function EvidencePanel({ rows }: PanelProps) {
  const t = useWords();
  const editor = useEditor();
  const snapshot = useSnapshot((snapshot) => snapshot);
  const [opened, setOpened] = useState<Key | null>(null);
  useBeside("evidence", opened ?? undefined);
  const written = useSyncExternalStore(editor.store.subscribe, () => editor.store.state.editing?.record);
  useEffect(() => {
    if (written && lookup(editor.document.snapshot).evidence.has(written)) setOpened(written);
  }, [written, editor]);
  const citations = useMemo(() => citationsOf(snapshot), [snapshot]);
  const { share } = useMemo(() => evidenceCoverage(snapshot), [snapshot]);
  const add = () => {
    const made = addEvidence(editor);
    const key = made?.edit?.owner;
    if (made && key) {
      editor.apply({ announce: made.announce });
      setOpened(key);
      editor.store.edit(key, "panel:title");
    }
  };
  return (
    <Stack gap="lg">
      <Share label={t("evidence-coverage")} share={share ?? null} none={t("evidence-coverage-none")} />
      {snapshot.evidence.length === 0 && (
        <Text size="sm" c="dimmed">
          {t("evidence-none")}
        </Text>
      )}
      <ul className={classes.list}>
        {snapshot.evidence.map((evidence) => (
          <EvidenceEntry
            key={evidence.key}
            evidence={evidence}
            citations={citations.get(evidence.key) ?? 0}
            isOpen={opened === evidence.key}
            onToggle={() => setOpened(opened === evidence.key ? null : evidence.key)}
            rows={rows}
          />
        ))}
      </ul>
      {editor.canEdit && (
        <Button variant="default" leftSection={<IconBookmarkPlus size={18} aria-hidden />} onClick={add}>
          {t("evidence-add")}
        </Button>
      )}
      <Assumptions />
    </Stack>
  );
}

const SHOWN_AT_FIRST = 12;

/** Claims that nothing backs yet: where to look for evidence next. */
function Assumptions() {
  const t = useWords();
  const { read } = useEditor();
  const snapshot = useSnapshot((snapshot) => snapshot);
  const feeling = (persona: string) => t("evidence-feeling", { persona });
  const [all, setAll] = useState(false);
  const assumptions = useMemo(() => assumptionsOf(snapshot), [snapshot]);
  const shown = all ? assumptions : assumptions.slice(0, SHOWN_AT_FIRST);
  if (assumptions.length === 0) {
    return null;
  }
  return (
    <section aria-label={t("evidence-assumptions", { count: assumptions.length })}>
      <h3 className={classes.heading}>{t("evidence-assumptions", { count: assumptions.length })}</h3>
      <ClaimList claims={shown.map((claim) => sayOf(snapshot, claim, read, feeling))} isBacked={false} />
      {shown.length < assumptions.length && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          {t("evidence-assumptions-all")}
        </Button>
      )}
    </section>
  );
}
