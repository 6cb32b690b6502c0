import { askedFrom, defineRule } from '../../vocabulary.ts'

export const protocolReferenceOnly = defineRule({
  id: 'protocol-reference-only',
  title: 'Protocol for reference only',
  phases: askedFrom.screening,
  severity: 'block',
  says: 'This protocol is kept to be read; nobody is treated by it.',
  saysToPatient: 'This treatment is still being studied. We do not offer it here.',
  because:
    'Ketamine for alcohol use disorder has been given in trials only, inside a program of therapy, to people whom other rules here would turn away.',
  action: 'No dose by this protocol. Offer treatment that is established for alcohol use disorder.',
  values: {},
  when: (_value, { is }) => is('protocol', 'iv-ket-aud-ref'),
  cites: ['dakwar-2020', 'grabski-2022', 'judgement'],
  confidence: 'high',
  examples: [
    { name: 'the protocol of the alcohol trials: block', given: { protocol: 'iv-ket-aud-ref' }, expect: 'fires' },
    { name: 'any other protocol', given: { protocol: 'iv-ket-trd' }, expect: 'clear' },
    { name: 'protocol not chosen: ask', given: {}, expect: 'unknown' },
  ],
})
