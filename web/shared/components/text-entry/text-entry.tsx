import { FieldError, Input, Label, Text, TextArea, TextField } from 'react-aria-components'
import { classNames } from '../../class-names.ts'
import styles from './text-entry.module.css'

interface TextEntryProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly type?: 'text' | 'email' | 'password' | 'time' | 'date'
  /** Digits and a point; a number is still typed as text, so nothing that was typed is lost. */
  readonly numeric?: boolean
  readonly unit?: string
  readonly long?: boolean
  readonly hint?: string
  readonly error?: string | undefined
  readonly autoComplete?: string
  readonly name?: string
  readonly id?: string
}

/** A labelled entry of words or of a number, with its unit, its hint and its error. */
export function TextEntry(props: TextEntryProps) {
  const {
    label,
    value,
    onChange,
    type = 'text',
    numeric = false,
    unit,
    long = false,
    hint,
    error,
    autoComplete,
    name,
    id,
  } = props
  const className = classNames(styles.input, numeric && styles.numeric)
  return (
    <TextField
      className={styles.field ?? ''}
      value={value}
      onChange={onChange}
      type={type}
      isInvalid={error !== undefined}
      {...(numeric && { inputMode: 'decimal' as const })}
      {...(autoComplete && { autoComplete })}
      {...(name && { name })}
      {...(id && { id })}
    >
      <Label className={styles.label ?? ''}>{label}</Label>
      {hint && (
        <Text slot="description" className={styles.hint ?? ''}>
          {hint}
        </Text>
      )}
      {long ? (
        <TextArea className={classNames(styles.input, styles.long)} rows={3} />
      ) : (
        <span className={styles.withUnit}>
          <Input className={className} />
          {unit && <span className={styles.unit}>{unit}</span>}
        </span>
      )}
      {error && <FieldError className={styles.error ?? ''}>{error}</FieldError>}
    </TextField>
  )
}
