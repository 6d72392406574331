/** The product's mark: a stage of the ribbon with a curve on it. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <path d="M0 6a6 6 0 0 1 6-6h15l11 16-11 16H6a6 6 0 0 1-6-6z" fill="var(--kelias-ribbon)" />
      <path
        d="M4.5 13c3-5 6-5 8.5 0s5 9 9.5 1"
        fill="none"
        stroke="#56b4e9"
        strokeWidth="2.6"
        strokeLinecap="round"
      />
      <circle cx="15.3" cy="18" r="3" fill="#e69f00" />
    </svg>
  );
}
