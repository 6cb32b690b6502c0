import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useServerNow } from '../../shared/clock/server-clock.ts'
import { Button } from '../../shared/components/button/button.tsx'
import { Icon } from '../../shared/components/icon/icon.tsx'
import { RequestProblem, request } from '../../shared/request/request.ts'
import { wordingFor } from '../../shared/wording/times.ts'
import { type ClinicContext, clinicContext, useClinic } from '../clinic-context.ts'
import { useLiveLine } from '../live.ts'
import { type Me, meQuery } from '../queries.ts'
import { rolesInWords } from '../wording.ts'
import { DemoBar } from './demo-bar.tsx'
import styles from './frame.module.css'
import { MessagePage } from './message-page.tsx'
import { ThemeSwitch } from './theme-switch.tsx'

/** What stands around every signed-in screen; without a sign-in it leads to one. */
export function Frame() {
  const { data: me, error } = useQuery(meQuery)
  if (error instanceof RequestProblem && error.status === 401) return <ToSignIn />
  if (me) return <SignedIn me={me} />
  return error ? <MessagePage title="Keel cannot be reached">{error.message}</MessagePage> : <MessagePage title="" />
}

/** Leads to the sign-in once, from where it is shown: a second move would start from the sign-in itself. */
function ToSignIn() {
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const from = useRef(pathname)
  useEffect(() => {
    const search = from.current === '/' ? {} : { next: from.current }
    void navigate({ to: '/sign-in', search, replace: true })
  }, [navigate])
  return <MessagePage title="" />
}

function SignedIn({ me }: { readonly me: Me }) {
  const lostSince = useLiveLine()
  const clinic = useMemo<ClinicContext>(() => {
    const { timeZone } = me.clinic
    const hasRole: ClinicContext['hasRole'] = (roles) => me.person.roles.some((role) => roles.includes(role))
    return { me, timeZone, hasRole, ...wordingFor(timeZone) }
  }, [me])
  return (
    <clinicContext.Provider value={clinic}>
      <a className={styles.skip} href="#main">
        Skip to the page
      </a>
      {me.clock.demo && <DemoBar />}
      <TopBar />
      <main id="main" tabIndex={-1} className={styles.main}>
        <Outlet />
      </main>
      <div className={styles.line} role="alert">
        {lostSince !== null && (
          <p className={styles.lost}>
            <Icon name="lost" />
            Not connected since {clinic.timeOf(lostSince)}: what you see may be old. Trying again.
          </p>
        )}
      </div>
    </clinicContext.Provider>
  )
}

function TopBar() {
  const { me } = useClinic()
  const { name, roles } = me.person
  return (
    <header className={styles.bar}>
      <Link to="/" className={styles.home}>
        <span className={styles.mark} aria-hidden="true" />
        <span className={styles.name}>Keel</span>
        <span className={styles.clinic}>{me.clinic.name}</span>
      </Link>
      <nav aria-label="Main">
        {/* Loaded at once though rarely wanted: it has to be there when the network is not. */}
        <Link to="/rulebook" preload="render" className={styles.away}>
          Rulebook
        </Link>
      </nav>
      <Clock />
      <div className={styles.person}>
        <span className={styles.who}>
          <strong>{name}</strong>
          <span>{rolesInWords(roles)}</span>
        </span>
        <ThemeSwitch />
        <SignOut />
      </div>
    </header>
  )
}

function Clock() {
  const { timeOf } = useClinic()
  const now = timeOf(useServerNow())
  return (
    <span className={styles.clock}>
      <span className="visually-hidden">The clinic’s time: </span>
      {now}
    </span>
  )
}

function SignOut() {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [failed, setFailed] = useState(false)
  const signOut = async () => {
    try {
      await request('POST', '/api/auth/sign-out', {})
    } catch (error) {
      if (!(error instanceof RequestProblem)) throw error
      return setFailed(true)
    }
    await navigate({ to: '/sign-in' })
    // Nothing of a patient stays in this browser's memory.
    queries.clear()
  }
  return (
    <Button look="quiet" onPress={() => void signOut()}>
      {failed ? 'Still signed in: try again' : 'Sign out'}
    </Button>
  )
}
