import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, useRef, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { Button } from '../../shared/components/button/button.tsx'
import { TextEntry } from '../../shared/components/text-entry/text-entry.tsx'
import { RequestProblem, request } from '../../shared/request/request.ts'
import { ThemeSwitch } from '../frame/theme-switch.tsx'
import { type DemoSignIn, demoQuery } from '../queries.ts'
import { keyInWords, supportsJudgement } from '../wording.ts'
import styles from './sign-in-screen.module.css'

interface Problem {
  readonly field: 'email' | 'password' | null
  readonly message: string
}

/** Signing in, by e-mail and password; in the demo also by one tap. */
export function SignInScreen() {
  const { data: demo = [] } = useQuery(demoQuery)
  const signIn = useSignIn()
  return (
    <div className={styles.page}>
      <div className={styles.theme}>
        <ThemeSwitch />
      </div>
      <main className={styles.columns}>
        <div className={styles.words}>
          <span className={styles.mark} aria-hidden="true" />
          <h1>Keel</h1>
          <p className={styles.promise}>Every dose low, supervised, spaced and intentional.</p>
          <p className={styles.judgement}>{supportsJudgement}</p>
        </div>
        <div className={styles.forms}>
          <SignInForm signIn={signIn} />
          {demo.length > 0 && <DemoSignIns demo={demo} signIn={signIn} />}
        </div>
      </main>
    </div>
  )
}

interface SignIn {
  readonly busy: boolean
  readonly problem: string | null
  readonly enter: (email: string, password: string) => Promise<void>
}

function useSignIn(): SignIn {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { next = '/' } = useSearch({ from: '/sign-in' })
  const [state, setState] = useState<{ busy: boolean; problem: string | null }>({ busy: false, problem: null })
  const enter = async (email: string, password: string) => {
    setState({ busy: true, problem: null })
    try {
      await request('POST', '/api/auth/sign-in/email', { email, password })
      queries.clear()
      await navigate({ to: next })
    } catch (error) {
      if (!(error instanceof RequestProblem)) throw error
      setState({ busy: false, problem: problemInWords(error) })
    }
  }
  return { ...state, enter }
}

function problemInWords({ status, message }: RequestProblem): string {
  if (status === 401 || status === 403)
    return 'The e-mail and the password do not belong together. Check both and try again.'
  if (status === 429) return 'Too many attempts. Wait a minute, then try again.'
  return message
}

function SignInForm({ signIn }: { readonly signIn: SignIn }) {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [missing, setMissing] = useState<readonly Problem[]>([])
  const summary = useRef<HTMLDivElement>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (signIn.busy) return
    const problems = [
      ...(email.includes('@') ? [] : [{ field: 'email', message: 'Enter your e-mail address' } as const]),
      ...(password ? [] : [{ field: 'password', message: 'Enter your password' } as const]),
    ]
    setMissing(problems)
    if (problems.length === 0) await signIn.enter(email.trim(), password)
    summary.current?.focus()
  }
  const problems = missing.length > 0 ? missing : signIn.problem ? [{ field: null, message: signIn.problem }] : []
  const errorOf = (field: Problem['field']) => missing.find((one) => one.field === field)?.message
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <h2>Sign in</h2>
      {problems.length > 0 && <ErrorSummary problems={problems} focus={summary} />}
      <TextEntry
        id="email"
        name="email"
        label="E-mail"
        type="email"
        autoComplete="username"
        value={email}
        onChange={setEmail}
        error={errorOf('email')}
      />
      <TextEntry
        id="password"
        name="password"
        label="Password"
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        error={errorOf('password')}
      />
      <Button type="submit" look="main" busy={signIn.busy}>
        Sign in
      </Button>
    </form>
  )
}

function ErrorSummary(props: {
  readonly problems: readonly Problem[]
  readonly focus: React.RefObject<HTMLDivElement | null>
}) {
  return (
    <div className={styles.problems} role="alert" tabIndex={-1} ref={props.focus}>
      <h3>You are not signed in</h3>
      <ul>
        {props.problems.map(({ field, message }) => (
          <li key={message}>{field ? <a href={`#${field}`}>{message}</a> : message}</li>
        ))}
      </ul>
    </div>
  )
}

function DemoSignIns({ demo, signIn }: { readonly demo: readonly DemoSignIn[]; readonly signIn: SignIn }) {
  return (
    <section className={styles.demo} aria-labelledby="demo-title">
      <h2 id="demo-title">Or step into the demo clinic</h2>
      <p className={styles.hint}>Everybody and everything in it is invented. Enter as</p>
      <ul className={styles.cards}>
        {demo.map(({ name, role, email, password }) => (
          <li key={email}>
            <AriaButton className={styles.card ?? ''} onPress={() => void signIn.enter(email, password)}>
              <span className={styles.role}>{keyInWords(role)}</span>
              <span className={styles.name}>{name}</span>
            </AriaButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
