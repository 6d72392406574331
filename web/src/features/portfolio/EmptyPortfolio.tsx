import { Text, Title, UnstyledButton } from "@mantine/core";
import { IconFileImport, IconTablePlus, IconTemplate } from "@tabler/icons-react";
import { useWords } from "@/app/i18n";
import { MapPreview } from "@/features/picture/MapPreview";
import classes from "./empty.module.css";
import type { Making } from "./making";

const ways: { making: Making; Icon: typeof IconTemplate }[] = [
  { making: "template", Icon: IconTemplate },
  { making: "spreadsheet", Icon: IconTablePlus },
  { making: "file", Icon: IconFileImport },
];

/** What a journey map is and the three ways to the first one. */
export function EmptyPortfolio({ onMake }: { onMake: (making: Making) => void }) {
  const t = useWords();
  return (
    <section className={classes.empty}>
      <div className={classes.picture} aria-hidden="true">
        <MapPreview preview={PICTURE} />
      </div>
      <Title order={1} size="h2" ta="center">
        {t("portfolio-empty-title")}
      </Title>
      <Text c="dimmed" maw="36rem" ta="center">
        {t("portfolio-empty-what")}
      </Text>
      <div className={classes.ways}>
        {ways.map(({ making, Icon }) => (
          <UnstyledButton key={making} className={classes.way} onClick={() => onMake(making)}>
            <Icon size={26} stroke={1.6} aria-hidden />
            <strong>{t(`portfolio-empty-${making}`)}</strong>
            <span>{t(`portfolio-empty-${making}-what`)}</span>
          </UnstyledButton>
        ))}
      </div>
    </section>
  );
}

const stage = (id: string, columns: number, moment: string | null) => ({
  id,
  title: {},
  columns,
  moment,
  colour: null,
  map: null,
});

/** The usual shape of a journey: hope, trouble on the way, relief. */
const PICTURE = {
  ribbon: null,
  stages: [stage("a", 2, null), stage("b", 2, "first"), stage("c", 2, null), stage("d", 2, "ultimate")],
  curve: [0.6, 1.1, 0.2, -0.9, -1.4, 0.1, 1.2, 1.6],
};
