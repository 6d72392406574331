import { Anchor, MultiSelect, Stack, Text } from "@mantine/core";
import { useWords } from "@/app/i18n";
import { useSnapshot } from "@/document/hooks";
import { plainText } from "@/document/markdown";
import type { Key } from "@/document/types";

import { useEditor } from "../state/context";

interface Props {
  /** Keys of what is cited. */
  readonly cited: readonly Key[];
  readonly onChange: (added: readonly Key[], removed: readonly Key[]) => void;
  /** Under a line of a list: the label is for those who listen only. */
  readonly isSmall?: boolean;
}

/** What backs a claim; nothing makes it an assumption. */
export function EvidenceField({ cited, onChange, isSmall = false }: Props) {
  const { read, canEdit } = useEditor();
  const t = useWords();
  const evidence = useSnapshot((snapshot) => snapshot.evidence);
  const links = evidence.filter((one) => cited.includes(one.key) && /^https?:/i.test(one.link ?? ""));
  return (
    <Stack gap={4}>
      <MultiSelect
        {...(isSmall
          ? { "aria-label": t("editor-field-evidence") }
          : {
              label: t("editor-field-evidence"),
              description: cited.length === 0 ? t("editor-field-evidence-none") : undefined,
            })}
        placeholder={cited.length === 0 ? t("editor-field-evidence-cite") : undefined}
        data={evidence.map((one) => ({
          value: one.key,
          label: plainText(read(one.title)) || t("editor-untitled"),
        }))}
        value={[...cited]}
        disabled={!canEdit}
        searchable
        nothingFoundMessage={t("editor-nothing-found")}
        onChange={(keys) =>
          onChange(
            keys.filter((key) => !cited.includes(key)),
            cited.filter((key) => !keys.includes(key)),
          )
        }
      />
      {links.map((one) => (
        <Text key={one.key} size="xs">
          <Anchor href={one.link} target="_blank" rel="noreferrer noopener" size="xs">
            {plainText(read(one.title))}
          </Anchor>
        </Text>
      ))}
    </Stack>
  );
}
