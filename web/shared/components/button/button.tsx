import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { classNames } from '../../class-names.ts'
import styles from './button.module.css'

export interface ButtonProps {
  readonly children: ReactNode
  readonly onPress?: () => void
  /** `main`: the one thing to do here. `stop`: ends or interrupts something. `quiet`: no frame. */
  readonly look?: 'main' | 'plain' | 'stop' | 'quiet'
  readonly size?: 'usual' | 'big'
  readonly type?: 'button' | 'submit'
  /** Under way: shown, and presses are ignored. */
  readonly busy?: boolean
  /** Not now, for a reason that is plain from what stands beside it. */
  readonly disabled?: boolean
  /** Why it cannot be pressed, in words under it. With `null` there is no reason, and the room for one is kept. */
  readonly because?: string | null | undefined
  readonly label?: string
  readonly slot?: 'close'
}

export function Button(props: ButtonProps) {
  const {
    children,
    onPress,
    look = 'plain',
    size = 'usual',
    type = 'button',
    busy = false,
    disabled = false,
    because,
    label,
    slot,
  } = props
  const button = (
    <AriaButton
      className={classNames(styles.button, styles[look], styles[size], busy && styles.busy)}
      type={type}
      isDisabled={disabled || Boolean(because)}
      {...(onPress && { onPress: () => busy || onPress() })}
      {...(label && { 'aria-label': label })}
      {...(slot && { slot })}
    >
      {children}
      {busy && <span className={styles.spinner} />}
    </AriaButton>
  )
  if (because === undefined) return button
  return (
    <div className={styles.explained}>
      {button}
      <p className={styles.because}>{because}</p>
    </div>
  )
}
