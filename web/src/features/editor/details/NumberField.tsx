import { NumberInput, type NumberInputProps } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useEditor } from "../state/context";

type Typed = number | string;

interface Props
  extends Pick<NumberInputProps, "label" | "min" | "max" | "step" | "decimalScale" | "suffix" | "error"> {
  readonly value: number | undefined;
  /** A number is meant: the field was left, Enter was pressed, or a step was made. None empties it. */
  readonly onMean: (value: number | undefined) => void;
  /** What the field says so far, after every letter. */
  readonly onType?: (value: number | undefined) => void;
}

/** A number of the chosen thing. What is half typed, as `1.` and `-`, is nobody else's business. */
export function NumberField({ value, onMean, onType, ...field }: Props) {
  const { canEdit } = useEditor();
  const shown = value ?? "";
  const [typed, setTyped] = useState<Typed>(shown);
  // Leaving the field corrects what was typed and is heard at once, before anything is drawn anew.
  const latest = useRef({ typed, isChanged: false });
  const put = (typed: Typed, isChanged: boolean) => {
    latest.current = { typed, isChanged };
    setTyped(typed);
  };
  useEffect(() => {
    const { typed } = latest.current;
    if (read(typed) === value) return;
    latest.current = { typed: value ?? "", isChanged: false };
    setTyped(value ?? "");
  }, [value]);
  const mean = () => {
    const { typed, isChanged } = latest.current;
    if (!isChanged) return;
    const meant = read(typed);
    const isReadable = meant !== undefined || typed === "";
    put(isReadable ? typed : shown, false);
    if (isReadable) onMean(within(meant, field));
  };
  return (
    <NumberInput
      {...field}
      value={typed}
      allowedDecimalSeparators={[".", ","]}
      disabled={!canEdit}
      onChange={(typed) => {
        put(typed, true);
        onType?.(read(typed));
      }}
      // Steps are made by buttons too, which do not bring the focus.
      onValueChange={(_, { source }) => source !== "event" && source !== "prop" && mean()}
      onBlur={mean}
      onKeyDown={({ key }) => key === "Enter" && mean()}
    />
  );
}

function read(typed: Typed): number | undefined {
  const number = typeof typed === "number" ? typed : Number.parseFloat(typed);
  return Number.isFinite(number) ? number : undefined;
}

function within(value: number | undefined, { min, max }: Pick<Props, "min" | "max">): number | undefined {
  return value === undefined
    ? undefined
    : Math.min(Math.max(value, Number(min ?? -Infinity)), Number(max ?? Infinity));
}
