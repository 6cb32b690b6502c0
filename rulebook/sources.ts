/**
 * Where the numbers come from. What a source's edition or the day it was last checked is not known is left out.
 * `judgement` marks what no source states: a default of this project, for a clinic's medical director to accept or tighten.
 */
import type { Source } from '@keel/engine'

export const sources = {
  judgement: {
    title: 'Engineering default, no source states the number',
    publisher: 'Keel',
  },
  'esketamine-label-us': {
    title: 'SPRAVATO (esketamine) nasal spray, US prescribing information',
    publisher: 'Janssen',
  },
  'murrough-2013': {
    title: 'Am J Psychiatry 170:1134',
    publisher: 'Murrough et al., 2013',
  },
  'wan-2015': {
    title: 'J Clin Psychiatry 76:247',
    publisher: 'Wan et al., 2015',
  },
  'yip-2022': {
    title: 'Front Psychiatry 13:1017504',
    publisher: 'Yip et al., 2022',
  },
} as const satisfies Readonly<Record<string, Source>>

export type SourceId = keyof typeof sources
