import { Select } from "@mantine/core";

import { useEditor } from "../state/context";

interface Props<Value extends string> {
  readonly label: string;
  readonly value: Value | undefined;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  /** Nothing may be chosen too. */
  readonly isOptional?: boolean;
  readonly onChange: (value: Value | undefined) => void;
}

/** One of a list of words. */
export function ChoiceField<Value extends string>({
  label,
  value,
  options,
  isOptional,
  onChange,
}: Props<Value>) {
  const { canEdit } = useEditor();
  return (
    <Select
      label={label}
      data={options.map((option) => ({ ...option }))}
      value={value ?? null}
      disabled={!canEdit}
      clearable={isOptional ?? false}
      allowDeselect={isOptional ?? false}
      searchable={options.length > 8}
      onChange={(chosen) => onChange((chosen as Value | null) ?? undefined)}
    />
  );
}
