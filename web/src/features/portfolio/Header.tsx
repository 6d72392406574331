import { Group, Kbd, TextInput } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useRef } from "react";
import { Link } from "wouter";
import { useWords } from "@/app/i18n";
import { LanguageMenu } from "@/ui/LanguageMenu";
import { Mark } from "@/ui/Mark";
import { SchemeMenu } from "@/ui/SchemeMenu";
import classes from "./header.module.css";
import type { Making } from "./making";
import { NewMapMenu } from "./NewMapMenu";
import { WhoMenu } from "./WhoMenu";

interface Props {
  search: string;
  onSearch: (search: string) => void;
  onMake: (making: Making) => void;
}

const isApple = /Mac|iPhone|iPad/.test(navigator.platform);

/** The line at the top of the portfolio. */
export function Header({ search, onSearch, onMake }: Props) {
  const t = useWords();
  const input = useRef<HTMLInputElement>(null);
  useHotkeys([["mod+K", () => input.current?.focus()]], []);
  return (
    <header className={classes.header}>
      <Link href="/" className={classes.brand} aria-label="Kelias">
        <Mark size={28} />
        <span>Kelias</span>
      </Link>
      <search className={classes.search}>
        <TextInput
          ref={input}
          type="search"
          aria-label={t("portfolio-search")}
          placeholder={t("portfolio-search")}
          aria-keyshortcuts="Control+K Meta+K"
          leftSection={<IconSearch size={16} aria-hidden />}
          rightSection={
            search === "" && (
              <Kbd size="xs" visibleFrom="sm">
                {isApple ? "⌘K" : "Ctrl K"}
              </Kbd>
            )
          }
          rightSectionWidth={64}
          value={search}
          onChange={(event) => onSearch(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Escape") {
              onSearch("");
            }
          }}
        />
      </search>
      <Group gap={4} wrap="nowrap" ms="auto">
        <LanguageMenu />
        <SchemeMenu />
        <WhoMenu />
        <NewMapMenu onMake={onMake} />
      </Group>
    </header>
  );
}
