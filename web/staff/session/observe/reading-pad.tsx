import { type PointerEvent, useRef, useState } from 'react'
import { classNames } from '../../../shared/class-names.ts'
import { Icon } from '../../../shared/components/icon/icon.tsx'
import styles from './observation-panel.module.css'
import {
  canBecome,
  errorIn,
  isComplete,
  type Reading,
  type ReadingKey,
  readings,
  type Typed,
  unitOf,
} from './readings.ts'

interface PadProps {
  readonly typed: Typed
  readonly onChange: (typed: Typed) => void
}

/** Big tiles for numbers, filled by the keys on the screen or by a keyboard; a complete number leads to the next tile. */
export function ReadingPad({ typed, onChange }: PadProps) {
  const inputs = useRef<Partial<Record<ReadingKey, HTMLInputElement | null>>>({})
  const current = useRef<ReadingKey>('sbp')
  const [refused, setRefused] = useState<string | null>(null)

  const enter = (reading: Reading, text: string) => {
    const { key, fact } = reading
    if (!canBecome(text, fact)) {
      setRefused(errorIn(text, fact) ?? `${reading.name} cannot be ${text}.`)
      return
    }
    setRefused(null)
    const longer = text.length > (typed[key]?.length ?? 0)
    onChange({ ...typed, [key]: text })
    if (longer && isComplete(text, fact)) focusAfter(key)
  }
  const focusAfter = (key: ReadingKey) => {
    const next = readings[readings.findIndex((reading) => reading.key === key) + 1]
    if (next) inputs.current[next.key]?.focus()
  }
  const press = (key: string) => {
    const reading = readings.find((one) => one.key === current.current) as Reading
    const text = typed[reading.key] ?? ''
    inputs.current[reading.key]?.focus()
    if (key === 'next') focusAfter(reading.key)
    else enter(reading, key === 'erase' ? text.slice(0, -1) : text + key)
  }
  return (
    <div className={styles.pad}>
      <div className={styles.tiles}>
        {readings.map((reading) => (
          <label
            key={reading.key}
            className={classNames(styles.tile, errorIn(typed[reading.key], reading.fact) && styles.wrong)}
          >
            <span className={styles.label} aria-hidden="true">
              {reading.label}
            </span>
            <input
              ref={(input) => {
                inputs.current[reading.key] = input
              }}
              aria-label={`${reading.name}, ${unitOf(reading)}`}
              // The keys below are the keyboard; a device's own would cover the screen.
              inputMode="none"
              autoComplete="off"
              placeholder="–"
              value={typed[reading.key] ?? ''}
              onFocus={() => {
                current.current = reading.key
              }}
              onChange={({ target }) => enter(reading, target.value)}
            />
            <span className={styles.unit} aria-hidden="true">
              {unitOf(reading)}
            </span>
          </label>
        ))}
        <p className={styles.refused} role="status">
          {refused}
        </p>
      </div>
      <Keys onPress={press} />
    </div>
  )
}

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '.', '0'] as const

/** The keys never take the focus: it stays in the tile that they fill. */
function Keys({ onPress }: { readonly onPress: (key: string) => void }) {
  const keepFocus = (event: PointerEvent) => event.preventDefault()
  return (
    <fieldset className={styles.keys} aria-label="Number keys">
      {keys.map((key) => (
        <button
          key={key}
          type="button"
          className={styles.key}
          tabIndex={-1}
          onPointerDown={keepFocus}
          onClick={() => onPress(key)}
        >
          {key}
        </button>
      ))}
      <button
        type="button"
        className={styles.key}
        tabIndex={-1}
        aria-label="Erase"
        onPointerDown={keepFocus}
        onClick={() => onPress('erase')}
      >
        <Icon name="erase" size={24} />
      </button>
      <button
        type="button"
        className={classNames(styles.key, styles.next)}
        tabIndex={-1}
        onPointerDown={keepFocus}
        onClick={() => onPress('next')}
      >
        Next reading
      </button>
    </fieldset>
  )
}
