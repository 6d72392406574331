import { Button, FileButton } from "@mantine/core";
import { IconPhoto, IconX } from "@tabler/icons-react";

import { PICTURES } from "./images";

interface Props {
  readonly hasPicture: boolean;
  readonly isSending: boolean;
  /** What choosing is called: a first picture, or another one. */
  readonly choose: string;
  readonly remove: string;
  readonly onChoose: (file: File | null) => void;
  readonly onRemove: () => void;
}

/** Chooses a picture, another one, or none. */
export function PictureButtons({ hasPicture, isSending, choose, remove, onChoose, onRemove }: Props) {
  return (
    <>
      <FileButton accept={PICTURES} onChange={onChoose}>
        {(button) => (
          <Button
            {...button}
            size="compact-sm"
            variant="default"
            loading={isSending}
            leftSection={<IconPhoto size={16} aria-hidden />}
          >
            {choose}
          </Button>
        )}
      </FileButton>
      {hasPicture && (
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<IconX size={16} aria-hidden />}
          onClick={onRemove}
        >
          {remove}
        </Button>
      )}
    </>
  );
}
