/** A face that feels as much as its value says: the mouth bends from -2 to +2. */
export function Face({ value, size = 20 }: { value: number; size?: number }) {
  const bend = Math.max(-1, Math.min(1, value / 1.5)) * 3.4;
  const mouth = 13.4 - bend * 0.25;
  return (
    <svg aria-hidden width={size} height={size} viewBox="0 0 20 20" fill="none" stroke="currentColor">
      <circle cx="10" cy="10" r="8.7" strokeWidth="1.8" fill="var(--kelias-panel)" />
      <circle cx="7" cy="8" r="1.1" fill="currentColor" stroke="none" />
      <circle cx="13" cy="8" r="1.1" fill="currentColor" stroke="none" />
      <path d={`M6.2 ${mouth}Q10 ${mouth + bend} 13.8 ${mouth}`} strokeWidth="1.7" strokeLinecap="round" />
    </svg>
  );
}
