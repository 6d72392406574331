// In layers, so that a part's own stylesheet wins over Mantine's whatever order the chunks arrive in.
import "@mantine/core/styles.layer.css";
import "@mantine/notifications/styles.layer.css";
import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/inter/wght-italic.css";
import "./theme.css";
