const paths = {
  check: 'M4 12.5l5 5L20 6.5',
  alert: 'M12 3.2 22 20.5H2L12 3.2Zm0 6.3v5m0 3v.1',
  stop: 'M8.2 2.8h7.6l5.4 5.4v7.6l-5.4 5.4H8.2l-5.4-5.4V8.2l5.4-5.4ZM8 12h8',
  hand: 'M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19ZM9 8.5v7m6-7v7',
  person: 'M12 12a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9Zm-8.5 9c.8-4 4-6 8.5-6s7.7 2 8.5 6',
  note: 'M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19Zm0 8.5v5.5m0-9v.1',
  question:
    'M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19ZM9.2 9.3c.3-1.7 1.4-2.6 2.9-2.6 1.6 0 2.8 1 2.8 2.5 0 2.2-2.9 2.3-2.9 4.3m0 3.5v.1',
  clock: 'M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19ZM12 7v5.2l3.5 2',
  down: 'M6 9.5l6 6 6-6',
  right: 'M9.5 6l6 6-6 6',
  back: 'M14.5 6l-6 6 6 6',
  erase: 'M9 5.5h11.5v13H9L3 12l6-6.5Zm3.5 4 5 5m0-5-5 5',
  sun: 'M12 7.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM12 1.5v2.5m0 16v2.5M1.5 12H4m16 0h2.5M4.6 4.6l1.8 1.8m11.2 11.2 1.8 1.8m0-14.8-1.8 1.8M6.4 17.6l-1.8 1.8',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5Z',
  lost: 'M3 3l18 18M5 10.5a10.5 10.5 0 0 1 4-2.3m4-.5a10.5 10.5 0 0 1 6 2.8M8.5 14.2a5.6 5.6 0 0 1 5.5-1.3M12 18.5v.1',
} as const
export type IconName = keyof typeof paths

/** A line drawing of 24 units; always beside words, so it is hidden from screen readers. */
export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden="true" focusable="false">
      <path d={paths[name]} stroke="currentColor" strokeWidth="1.9" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  )
}
