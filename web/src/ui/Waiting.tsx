import { Center, Loader } from "@mantine/core";
import { useWords } from "@/app/i18n";

/** While a screen or a panel is on its way. */
export function Waiting({ height = "100dvh" }: { height?: string }) {
  const t = useWords();
  return (
    <Center h={height} role="status" aria-label={t("app-waiting")}>
      <Loader type="dots" />
    </Center>
  );
}
