/** The mark of public/favicon.svg; the name stands beside it. */
export function Logo() {
  return (
    <svg width={28} height={28} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="6" fill="#0f6973" />
      <path d="M16 5a11 11 0 1 0 11 11H16z" fill="#fff" />
      <path d="M19 4a9.5 9.5 0 0 1 9 9h-9z" fill="#f5b04a" />
    </svg>
  );
}
