/** How values are written: an amount, its unit, then where it comes from and how far it is to be trusted. */
import type { Basis, Confidence, DatedValue, IsoDay } from '@keel/engine'
import type { SourceId } from './sources.ts'

/** The day of the first released rulebook: the effective date of every value whose source states none. */
export const firstRelease: IsoDay = '2026-11-22'

export interface Provenance {
  readonly cites: SourceId | readonly SourceId[]
  readonly confidence: Confidence
  readonly basis: Basis
  /** The source's own date for the number. Left out where the source states none. */
  readonly from?: IsoDay
}

/** One dated value. */
export function value<const Unit extends string>(
  is: number | readonly number[],
  unit: Unit,
  { cites, confidence, basis, from }: Provenance,
): DatedValue<Unit> {
  return {
    is,
    unit,
    from: from ?? firstRelease,
    dateStated: from !== undefined,
    cites: typeof cites === 'string' ? [cites] : cites,
    confidence,
    basis,
  }
}

/** UCUM -> what people read, where they differ. */
export const unitLabels: Readonly<Record<string, string>> = {
  '1': '',
  a: 'years',
  'mm[Hg]': 'mmHg',
  '/min': 'a minute',
  Cel: '°C',
  '{score}': '',
  '{xULN}': '× ULN',
  d: 'days',
  mo: 'months',
  wk: 'weeks',
  h: 'hours',
  s: 'seconds',
  'kg/m2': 'kg/m²',
}
