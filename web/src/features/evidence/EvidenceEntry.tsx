import { Anchor, Button, Group, Stack, TextInput, UnstyledButton } from "@mantine/core";
import { IconBookmarkPlus, IconChevronDown, IconChevronRight, IconTrash } from "@tabler/icons-react";
import { type RefObject, useState, useSyncExternalStore } from "react";
import { useLanguage, useWords } from "@/app/i18n";
import { ACTIONS } from "@/document/actions";
import { removeEvidence, setEvidence } from "@/document/edits/people";
import { useSnapshot } from "@/document/hooks";
import { plainText } from "@/document/markdown";
import { EVIDENCE_KINDS, EVIDENCE_WHO } from "@/document/schema";
import type { Evidence } from "@/document/types";
import { ChoiceField } from "@/features/editor/details/ChoiceField";
import { TextField } from "@/features/editor/details/TextField";
import type { GridRow } from "@/features/editor/layout/rows";
import { useEditor } from "@/features/editor/state/context";
import { selectionOf } from "@/features/editor/state/selection";
import { ClaimList } from "./ClaimList";
import { citing } from "./claims";
import classes from "./evidence.module.css";

interface Props {
  evidence: Evidence;
  citations: number;
  isOpen: boolean;
  onToggle: () => void;
  rows: RefObject<readonly GridRow[]>;
}

/** A piece of evidence; opened, all that is known of it can be written and where it is cited be seen. */
export function EvidenceEntry({ evidence, citations, isOpen, onToggle, rows }: Props) {
  const t = useWords();
  const language = useLanguage();
  const { read } = useEditor();
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  const facts = [
    t(`choice-evidence-${evidence.kind}`),
    evidence.date &&
      new Date(evidence.date).toLocaleDateString(language, { dateStyle: "medium", timeZone: "UTC" }),
    t("evidence-cited", { count: citations }),
  ];
  return (
    <li className={classes.entry}>
      <UnstyledButton className={classes.title} aria-expanded={isOpen} onClick={onToggle}>
        <Chevron size={16} aria-hidden />
        <span>
          <strong dir="auto">{plainText(read(evidence.title)) || t("editor-untitled")}</strong>
          <small>{facts.filter(Boolean).join(" · ")}</small>
        </span>
      </UnstyledButton>
      {isOpen && <Fields evidence={evidence} rows={rows} />}
    </li>
  );
}

function Fields({ evidence, rows }: Pick<Props, "evidence" | "rows">) {
  const t = useWords();
  const editor = useEditor();
  const { key } = evidence;
  const snapshot = useSnapshot((snapshot) => snapshot);
  const claims = citing(snapshot, key, editor.read, (persona) => t("evidence-feeling", { persona }));
  const set = (values: Parameters<typeof setEvidence>[2]) => editor.apply(setEvidence(editor, key, values));
  const isAsked = evidence.kind === "interview" || evidence.kind === "survey";
  return (
    <Stack gap="sm" className={classes.fields}>
      <TextField record={key} field="title" text={evidence.title} label={t("evidence-title")} />
      <ChoiceField
        label={t("action-evidence-kind")}
        value={evidence.kind}
        options={EVIDENCE_KINDS.map((value) => ({ value, label: t(`choice-evidence-${value}`) }))}
        onChange={(kind) => kind && set({ kind })}
      />
      {isAsked && (
        <ChoiceField
          label={t("action-evidence-who")}
          value={evidence.who}
          isOptional
          options={EVIDENCE_WHO.map((value) => ({ value, label: t(`choice-who-${value}`) }))}
          onChange={(who) => set({ who })}
        />
      )}
      <TextInput
        type="date"
        label={t("action-evidence-date")}
        disabled={!editor.canEdit}
        value={evidence.date ?? ""}
        onChange={(event) => set({ date: event.currentTarget.value || undefined })}
      />
      <LinkField evidence={evidence} onChange={(link) => set({ link })} />
      <TextField record={key} field="note" text={evidence.note} label={t("evidence-note")} />
      {claims.length > 0 && (
        <section aria-label={t("evidence-cited-by")}>
          <h4 className={classes.heading}>{t("evidence-cited-by")}</h4>
          <ClaimList claims={claims} isBacked />
        </section>
      )}
      {editor.canEdit && (
        <Group justify="space-between">
          <CiteButton evidence={evidence} rows={rows} />
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() => editor.apply(removeEvidence(editor, [key]))}
          >
            {t("evidence-remove")}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

/** A link is written when the field is left, so that nobody else meets half an address. */
function LinkField({
  evidence,
  onChange,
}: {
  evidence: Evidence;
  onChange: (link: string | undefined) => void;
}) {
  const t = useWords();
  const { canEdit } = useEditor();
  const [typed, setTyped] = useState<string | null>(null);
  const { link = "" } = evidence;
  const settle = () => {
    if (typed !== null && typed.trim() !== link) {
      onChange(typed.trim() || undefined);
    }
    setTyped(null);
  };
  return (
    <Stack gap={4}>
      <TextInput
        type="url"
        label={t("action-evidence-link")}
        disabled={!canEdit}
        value={typed ?? link}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={settle}
        onKeyDown={(event) => event.key === "Enter" && settle()}
      />
      {/^https?:/i.test(link) && (
        <Anchor href={link} target="_blank" rel="noreferrer noopener" size="xs">
          {t("evidence-open")}
        </Anchor>
      )}
    </Stack>
  );
}

/** Cites the evidence on whatever is chosen on the grid. */
function CiteButton({ evidence, rows }: Pick<Props, "evidence" | "rows">) {
  const t = useWords();
  const { document, store, language, apply } = useEditor();
  // Drawn anew when one goes elsewhere on the grid.
  useSyncExternalStore(store.subscribe, () => store.state);
  const action = ACTIONS.find(({ id }) => id === "card-cite");
  const selection = selectionOf(document, rows.current, store.state);
  const context = { document, snapshot: document.snapshot, selection, language };
  return (
    <Button
      size="compact-sm"
      variant="light"
      leftSection={<IconBookmarkPlus size={16} aria-hidden />}
      disabled={!action?.appliesTo(context)}
      onClick={() => apply(action?.run(context, [evidence.key]))}
    >
      {t("evidence-cite")}
    </Button>
  );
}
