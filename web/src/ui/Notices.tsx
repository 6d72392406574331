import { Notifications } from "@mantine/notifications";

/** The corner in which `tell` speaks. */
export default function Notices() {
  return <Notifications position="bottom-center" limit={4} />;
}
