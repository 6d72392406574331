export default function TransitionsPanel() { return null; }
