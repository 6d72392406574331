export default function DetailsPanel() { return null; }
