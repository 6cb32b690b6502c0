import type { ReactNode } from 'react'
import { FieldError, Label, Radio, RadioGroup } from 'react-aria-components'
import { classNames } from '../../class-names.ts'
import styles from './choice.module.css'

export interface Option<Value extends string> {
  readonly value: Value
  readonly says: ReactNode
  /** A second line, smaller. */
  readonly more?: string
}

interface ChoiceProps<Value extends string> {
  readonly label: string
  readonly options: readonly Option<Value>[]
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  /** `row`: side by side. `list`: one under another, for options with words. */
  readonly look?: 'row' | 'list'
  readonly hideLabel?: boolean
  readonly error?: string | undefined
}

/** One of several, by one tap. Each option is a target of at least 48 px. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { label, options, value, onChange, look = 'row', hideLabel = false, error } = props
  return (
    <RadioGroup
      className={styles.group ?? ''}
      value={value}
      onChange={(chosen) => onChange(chosen as Value)}
      orientation={look === 'row' ? 'horizontal' : 'vertical'}
      isInvalid={error !== undefined}
    >
      <Label className={hideLabel ? 'visually-hidden' : (styles.label ?? '')}>{label}</Label>
      <div className={classNames(styles.options, styles[look])}>
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className={classNames(styles.option)}>
            <span className={styles.says}>{option.says}</span>
            {option.more && <span className={styles.more}>{option.more}</span>}
          </Radio>
        ))}
      </div>
      {error && <FieldError className={styles.error ?? ''}>{error}</FieldError>}
    </RadioGroup>
  )
}

/** Yes or no; which of them is good news differs, so neither is coloured. */
export function YesNo(props: {
  readonly label: string
  readonly value: boolean | null
  readonly onChange: (value: boolean) => void
  readonly yes?: string
  readonly no?: string
  readonly hideLabel?: boolean
  readonly error?: string | undefined
}) {
  const { label, value, onChange, yes = 'Yes', no = 'No', hideLabel = false, error } = props
  return (
    <Choice
      label={label}
      hideLabel={hideLabel}
      error={error}
      options={[
        { value: 'no', says: no },
        { value: 'yes', says: yes },
      ]}
      value={value === null ? null : value ? 'yes' : 'no'}
      onChange={(chosen) => onChange(chosen === 'yes')}
    />
  )
}
