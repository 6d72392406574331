import { ActionIcon, Menu, Tooltip } from "@mantine/core";
import { IconCornerLeftUp } from "@tabler/icons-react";
import { memo } from "react";
import { Link } from "wouter";
import { useOtherMaps } from "@/api/maps";
import { textIn, useLanguage, useWords } from "@/app/i18n";

interface Props {
  readonly id: string;
  readonly isOwner: boolean;
}

/** The way back from the map of a stage to the map that stage is of. Guests see their one map only. */
export const PartOf = memo(function PartOf({ id, isOwner }: Props) {
  const t = useWords();
  const language = useLanguage();
  const { data: maps = [] } = useOtherMaps(isOwner);
  const above = maps
    .filter((map) => map.maps.includes(id) && map.id !== id)
    .map((map) => ({ id: map.id, title: textIn(map.title, language, map.language) }));
  const [only, ...more] = above;
  if (!only) return null;
  if (more.length === 0) {
    const label = t("editor-part-of", { map: only.title });
    return (
      <Tooltip label={label}>
        <ActionIcon
          component={Link}
          href={`/maps/${only.id}`}
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={label}
        >
          <IconCornerLeftUp size={19} stroke={1.7} />
        </ActionIcon>
      </Tooltip>
    );
  }
  return (
    <Menu shadow="md" position="bottom-start">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t("editor-part-of-several")}>
          <IconCornerLeftUp size={19} stroke={1.7} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t("editor-part-of-several")}</Menu.Label>
        {above.map((map) => (
          <Menu.Item key={map.id} component={Link} href={`/maps/${map.id}`}>
            {map.title}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
});
