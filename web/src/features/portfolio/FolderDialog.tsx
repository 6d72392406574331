import { Button, Group, Modal, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useWords } from "@/app/i18n";

interface Props {
  title: string;
  confirm: string;
  initial: string;
  /** Names that are taken. */
  folders: readonly string[];
  onDone: (name: string) => void;
  onClose: () => void;
}

const LONGEST = 80;

/** Asks for a folder's name. */
export default function FolderDialog({ title, confirm, initial, folders, onDone, onClose }: Props) {
  const t = useWords();
  const [name, setName] = useState(initial);
  const trimmed = name.trim();
  const taken = trimmed !== initial && folders.includes(trimmed);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (trimmed !== "" && !taken) {
      onDone(trimmed);
      onClose();
    }
  };
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ "aria-label": t("app-close") }}>
      <form onSubmit={submit}>
        <TextInput
          label={t("portfolio-folder-name")}
          data-autofocus
          maxLength={LONGEST}
          value={name}
          error={taken && t("portfolio-folder-taken")}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            {t("app-cancel")}
          </Button>
          <Button type="submit" disabled={trimmed === "" || taken}>
            {confirm}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
