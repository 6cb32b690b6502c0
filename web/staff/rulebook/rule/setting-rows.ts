/** What a protocol states for a setting, case by case in the order in which the cases are asked. */
import type { Condition, DatedValue, DatedValues } from '@keel/engine'
import type { Protocol, SettingName } from '@keel/rulebook'

export interface ShownCase {
  /** `null`: in every case that is left. */
  readonly where: Condition | null
  /** The values that `where` itself compares with. */
  readonly bounds: Readonly<Record<string, DatedValues>>
  /** Not the first case: asked only when those before it do not hold. */
  readonly otherwise: boolean
}
export interface SettingRow extends ShownCase {
  /** `null`: deliberately without a limit. */
  readonly value: DatedValue | null
}

/** The newest value of a case comes first. */
export function settingRows({ settings }: Protocol, name: SettingName): readonly SettingRow[] {
  const cases = settings[name]
  if (cases === 'not-limited') return [{ where: null, bounds: {}, otherwise: false, value: null }]
  return cases.flatMap(({ where = null, bounds = {}, values }, index) =>
    values.toReversed().map((value) => ({ where, bounds, otherwise: index > 0, value })),
  )
}
