/** What rests on a source, the words for patients too; this is why sources come with those words. */
import { citingBesideRules } from '../cited.ts'
import type { Entry } from '../parts/entries.tsx'
import { citing } from '../relations.ts'
import { textsCiting } from '../texts/texts-citing.ts'

const besideRules = [...citingBesideRules(), ...textsCiting()]

export function everythingCiting(sourceId: string): ReturnType<typeof citing> & { readonly others: readonly Entry[] } {
  const others = besideRules.filter(({ cites }) => cites.includes(sourceId)).map(({ entry }) => entry)
  return { ...citing(sourceId), others }
}
