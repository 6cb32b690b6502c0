import type { Severity } from '@keel/engine'
import { classNames } from '../../class-names.ts'
import { Icon, type IconName } from '../icon/icon.tsx'
import styles from './severity.module.css'

/** A severity in a word and a shape; the colour only repeats it. */
const shown: Record<Severity, { readonly word: string; readonly icon: IconName }> = {
  block: { word: 'Stop', icon: 'stop' },
  hold: { word: 'Hold', icon: 'hand' },
  review: { word: 'Review', icon: 'person' },
  caution: { word: 'Caution', icon: 'note' },
}

export function SeverityTag({ severity, word }: { readonly severity: Severity; readonly word?: string }) {
  return (
    <span className={classNames(styles.tag, styles[severity])}>
      <Icon name={shown[severity].icon} size={16} />
      {word ?? shown[severity].word}
    </span>
  )
}
