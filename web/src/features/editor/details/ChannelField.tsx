import { Autocomplete } from "@mantine/core";
import { useEffect, useState } from "react";
import { useWords, type Words } from "@/app/i18n";
import { CHANNELS, channelsOf } from "@/document/edits/touchpoints";
import { useEditor } from "../state/context";

interface Props {
  readonly label: string;
  /** The word that the map holds; one that most maps have is shown in the reader's language. */
  readonly value: string | undefined;
  /** The word for what is typed so far. */
  readonly onType?: (channel: string) => void;
  /** The field was left, or a channel chosen. */
  readonly onMean?: (channel: string | undefined) => void;
}

/** A channel: one that is known, or any other word. */
export function ChannelField({ label, value = "", onType, onMean }: Props) {
  const editor = useEditor();
  const t = useWords();
  const [typed, setTyped] = useState(() => channelWords(t, value));
  useEffect(() => {
    setTyped((typed) => (wordOf(t, typed) === value ? typed : channelWords(t, value)));
  }, [t, value]);
  const mean = (words: string) => {
    const channel = wordOf(t, words);
    if (channel !== value) onMean?.(channel || undefined);
  };
  return (
    <Autocomplete
      label={label}
      data-autofocus
      data={[...new Set(channelsOf(editor).map((channel) => channelWords(t, channel)))]}
      value={typed}
      disabled={!editor.canEdit}
      onChange={(words) => {
        setTyped(words);
        onType?.(wordOf(t, words));
      }}
      onOptionSubmit={mean}
      onBlur={() => mean(typed)}
    />
  );
}

/** A channel as the reader calls it. */
export function channelWords(t: Words, channel: string): string {
  return CHANNELS.includes(channel) ? t(`editor-channel-${channel.replaceAll(" ", "-")}`) : channel;
}

/** The word by which a map holds what the reader calls so: one channel has one word in all languages. */
function wordOf(t: Words, typed: string): string {
  const words = typed.trim();
  const isMeant = (channel: string) => channelWords(t, channel).toLowerCase() === words.toLowerCase();
  return CHANNELS.find(isMeant) ?? words;
}
