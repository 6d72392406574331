import { Modal } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useLocation } from "wouter";
import type { JourneyMap } from "@/api/types";
import { useWords } from "@/app/i18n";
import type { Making } from "../making";
import { FromFile } from "./FromFile";
import { FromSpreadsheet } from "./FromSpreadsheet";
import { FromTemplate } from "./FromTemplate";

interface Props {
  making: Making;
  /** Files that were dropped on the page. */
  files: File[];
  folder: string | null;
  onClose: () => void;
}

/** The dialog in which a new map begins. */
export default function NewMap({ making, files, folder, onClose }: Props) {
  const t = useWords();
  const [, go] = useLocation();
  const narrow = useMediaQuery("(max-width: 48em)");
  const open = (map: JourneyMap) => {
    onClose();
    go(`/maps/${map.id}`);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`portfolio-new-${making}`)}
      size={making === "file" ? "lg" : "78rem"}
      fullScreen={narrow ?? false}
      closeButtonProps={{ "aria-label": t("app-close") }}
    >
      {making === "template" && <FromTemplate folder={folder} onMade={open} />}
      {making === "file" && <FromFile dropped={files} folder={folder} onOpen={open} />}
      {making === "spreadsheet" && <FromSpreadsheet folder={folder} onMade={open} />}
    </Modal>
  );
}
