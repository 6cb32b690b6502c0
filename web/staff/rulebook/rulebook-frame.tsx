import { Link, Outlet, useLocation } from '@tanstack/react-router'
import './print/print.css'
import { useEffect, useRef } from 'react'
import styles from './rulebook-frame.module.css'
import { useArrival } from './use-arrival.ts'

const pages = [
  ['/rulebook', 'Rules'],
  ['/rulebook/protocols', 'Protocols'],
  ['/rulebook/medicines', 'Medicines'],
  ['/rulebook/conditions', 'Conditions'],
  ['/rulebook/calculations', 'Calculations'],
  ['/rulebook/misuse-risk', 'Misuse risk'],
  ['/rulebook/measures', 'Measures'],
  ['/rulebook/instruments', 'Instruments'],
  ['/rulebook/education', 'Lessons'],
  ['/rulebook/consent', 'Consent'],
  ['/rulebook/sources', 'Sources'],
  ['/rulebook/print', 'Print all'],
] as const

/** Around every page of the rulebook: the ways to its parts. */
export function RulebookFrame() {
  useArrival()
  const { pathname } = useLocation()
  const pagesRef = useRef<HTMLUListElement>(null)
  useEffect(() => {
    // On a phone the parts are in one row, of which not all is in sight.
    const here = pagesRef.current?.querySelector<HTMLElement>(`[data-here="${partOf(pathname)}"]`)
    if (here) pagesRef.current?.scrollTo({ left: here.offsetLeft - here.offsetWidth })
  }, [pathname])
  return (
    <div className={styles.frame}>
      <nav aria-label="Rulebook">
        <ul className={styles.pages} ref={pagesRef}>
          {pages.map(([to, says]) => (
            <li key={to}>
              <Link
                to={to}
                className={styles.page}
                activeOptions={{ exact: true, includeSearch: false, includeHash: false }}
                data-here={partOf(pathname) === to ? to : undefined}
              >
                {says}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Outlet />
    </div>
  )
}

/** The part that a page belongs to: a rule to the rules, a source to the sources. */
function partOf(pathname: string): string {
  const [, root, part] = pathname.split('/')
  return part === undefined || part === '' || part === 'rules' ? `/${root}` : `/${root}/${part}`
}
