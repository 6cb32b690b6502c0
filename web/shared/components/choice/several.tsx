import { ToggleButton } from 'react-aria-components'
import { classNames } from '../../class-names.ts'
import type { Option } from './choice.tsx'
import styles from './several.module.css'

interface SeveralProps<Value extends string> {
  readonly label: string
  readonly options: readonly Option<Value>[]
  /** `null`: not asked yet. An empty list: asked, and none of them. */
  readonly value: readonly Value[] | null
  readonly onChange: (value: readonly Value[] | null) => void
  readonly none: string
}

/** Any number of several; "none of these" has to be said, because unasked is not none. */
export function Several<Value extends string>({ label, options, value, onChange, none }: SeveralProps<Value>) {
  const chosen = value ?? []
  const toggle = (one: Value, isChosen: boolean) => {
    const next = isChosen ? [...chosen, one] : chosen.filter((other) => other !== one)
    onChange(next.length > 0 ? next : null)
  }
  return (
    <fieldset className={styles.group}>
      <legend className={styles.label}>{label}</legend>
      <div className={styles.options}>
        <ToggleButton
          className={classNames(styles.option)}
          isSelected={value !== null && value.length === 0}
          onChange={(isChosen) => onChange(isChosen ? [] : null)}
        >
          {none}
        </ToggleButton>
        {options.map((option) => (
          <ToggleButton
            key={option.value}
            className={classNames(styles.option, styles.serious)}
            isSelected={chosen.includes(option.value)}
            onChange={(isChosen) => toggle(option.value, isChosen)}
          >
            {option.says}
          </ToggleButton>
        ))}
      </div>
    </fieldset>
  )
}
