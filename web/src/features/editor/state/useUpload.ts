import { useState } from "react";
import { problemWords } from "@/api/problem";
import { useWords } from "@/app/i18n";
import { tell } from "@/ui/tell";
import { useEditor } from "./context";
import { uploadImage } from "./images";

interface Upload {
  readonly isSending: boolean;
  /** Sends a picture that was chosen, dropped or pasted; what is none is passed over. */
  take(file: File | null | undefined): void;
}

/** Adds a picture to the map's images; `onSent` gets the name the map refers to it by. */
export function useUpload(onSent: (name: string) => void): Upload {
  const t = useWords();
  const { id, canEdit } = useEditor();
  const [isSending, setSending] = useState(false);
  const send = async (file: File) => {
    setSending(true);
    try {
      onSent(await uploadImage(id, file));
    } catch (error) {
      tell.problem(problemWords(t, error));
    } finally {
      setSending(false);
    }
  };
  return {
    isSending,
    take: (file) => {
      if (canEdit && file?.type.startsWith("image/")) void send(file);
    },
  };
}
