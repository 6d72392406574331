import { ActionIcon, Group, Tooltip } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from "@tabler/icons-react";
import { useWords } from "@/app/i18n";
import { addTrait, moveTrait } from "@/document/edits/people";
import { useSnapshot } from "@/document/hooks";
import { plainText } from "@/document/markdown";
import type { Item, Persona, PortraitList } from "@/document/types";
import { EvidenceField } from "@/features/editor/details/EvidenceField";
import { TextField } from "@/features/editor/details/TextField";
import { useEditor } from "@/features/editor/state/context";
import classes from "./personas.module.css";

interface Props {
  persona: Persona;
  list: PortraitList;
}

/** One list of a portrait: facts, needs, motives, worries or behaviour. */
export function TraitList({ persona, list }: Props) {
  const t = useWords();
  const editor = useEditor();
  const items = persona.portrait[list];
  const label = t(`personas-${list}`);
  const add = () => {
    const made = addTrait(editor, persona.key, list);
    if (made?.edit) {
      editor.apply({ announce: made.announce });
      editor.store.edit(made.edit.owner, "panel:text", { isNew: true });
    }
  };
  if (items.length === 0 && !editor.canEdit) {
    return null;
  }
  return (
    <section aria-label={label}>
      <Group justify="space-between" mb={4}>
        <h3 className={classes.listTitle}>{label}</h3>
        {editor.canEdit && (
          <Tooltip label={t("personas-add-to", { list: label })}>
            <ActionIcon variant="subtle" aria-label={t("personas-add-to", { list: label })} onClick={add}>
              <IconPlus size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
      </Group>
      <ul className={classes.traits}>
        {items.map((item, at) => (
          <Trait key={item.key} persona={persona} list={list} item={item} at={at} count={items.length} />
        ))}
      </ul>
    </section>
  );
}

interface TraitProps extends Props {
  item: Item;
  at: number;
  count: number;
}

/** A line of a portrait; without evidence it is an assumption. */
function Trait({ persona, list, item, at, count }: TraitProps) {
  const t = useWords();
  const editor = useEditor();
  const hasEvidence = useSnapshot((snapshot) => snapshot.evidence.length > 0);
  const text = plainText(editor.read(item.text));
  const move = (to: number) => editor.apply(moveTrait(editor, item.key, persona.key, list, to));
  const remove = () => editor.document.edit("persona.remove-trait", (edit) => edit.remove("items", item.key));
  const cite = (added: readonly string[], removed: readonly string[]) =>
    editor.document.edit("persona.cite-trait", (edit) => {
      edit.addToSet("items", item.key, "evidence", added);
      edit.removeFromSet("items", item.key, "evidence", removed);
    });
  return (
    <li className={classes.trait} data-backed={item.evidence.length > 0}>
      <TextField
        record={item.key}
        field="text"
        text={item.text}
        label={t("personas-trait", { number: at + 1 })}
        hasHiddenLabel
      />
      {editor.canEdit && (
        <div className={classes.tools}>
          {hasEvidence && <EvidenceField cited={item.evidence} onChange={cite} isSmall />}
          <Group gap={0} wrap="nowrap" ms="auto">
            <ActionIcon
              size={26}
              variant="subtle"
              color="gray"
              aria-label={t("personas-up", { text })}
              disabled={at === 0}
              onClick={() => move(at - 1)}
            >
              <IconArrowUp size={16} aria-hidden />
            </ActionIcon>
            <ActionIcon
              size={26}
              variant="subtle"
              color="gray"
              aria-label={t("personas-down", { text })}
              disabled={at === count - 1}
              onClick={() => move(at + 1)}
            >
              <IconArrowDown size={16} aria-hidden />
            </ActionIcon>
            <ActionIcon
              size={26}
              variant="subtle"
              color="gray"
              aria-label={t("personas-remove-trait", { text })}
              onClick={remove}
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          </Group>
        </div>
      )}
    </li>
  );
}
