/** For whom a lesson or a part of a consent is, in words for staff. */
import type { Concerns, Treatment } from '../education/treatment.ts'

const words: { readonly [Fact in keyof Treatment]: Readonly<Record<string, string>> } = {
  drug: { ketamine: 'ketamine', esketamine: 'esketamine' },
  route: { IV: 'infusions', IM: 'injections', IN: 'nasal spray', SL: 'lozenges' },
  treats: {
    depression: 'depression',
    'suicidal-thoughts': 'thoughts of suicide',
    ptsd: 'post-traumatic stress disorder',
    anxiety: 'anxiety',
    pain: 'pain',
  },
  region: { US: 'the United States', EU: 'the European Union' },
  offLabel: { true: 'off-label use', false: 'use by the label' },
  takeHome: { true: 'doses at home', false: 'doses only at the clinic' },
  canBecomePregnant: { true: 'people who can become pregnant', false: 'people who cannot become pregnant' },
  breastfeeding: { true: 'people who breastfeed', false: 'people who do not breastfeed' },
}

/** "For ketamine; infusions or injections". What is not known of a treatment leaves nothing out. */
export function concernsInWords(concerns: Concerns | undefined): string {
  const parts = Object.entries(concerns ?? {}).map(([fact, listed]) =>
    listed.map((one) => words[fact as keyof Treatment][String(one)] ?? String(one)).join(' or '),
  )
  return parts.length === 0 ? 'For everybody' : `For ${parts.join('; ')}`
}
