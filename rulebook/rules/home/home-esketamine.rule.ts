import { nasalEsketamine } from '../../protocol-ids.ts'
import { askedFrom, defineRule, facts } from '../../vocabulary.ts'
import { homeUse } from './home-use.ts'

export const homeEsketamine = defineRule({
  id: 'home-esketamine',
  title: 'Esketamine at home',
  phases: askedFrom.screening,
  appliesTo: facts.is('protocol', ...nasalEsketamine),
  severity: 'block',
  says: 'Esketamine is to be taken at home.',
  saysToPatient: 'This nose spray may only be used here, with staff beside you. It cannot go home with you.',
  because: 'It is never handed out for home: sedation, dissociation and pressure must be watched at every dose.',
  action: 'Give it at the clinic under supervision, or not at all.',
  values: {},
  when: () => homeUse,
  cites: ['esketamine-rems', 'esketamine-label-us'],
  confidence: 'high',
  examples: [
    {
      name: 'order for home: block',
      given: { protocol: 'in-esk-trd', setting: 'outpatient', 'order.home_use': true },
      expect: 'fires',
    },
    { name: 'patient at home: block', given: { protocol: 'in-esk-mdsi', setting: 'home' }, expect: 'fires' },
    {
      name: 'at the clinic',
      given: { protocol: 'in-esk-trd', setting: 'outpatient', 'order.home_use': false },
      expect: 'clear',
    },
    { name: 'another drug: another rule', given: { protocol: 'sl-ket-home' }, expect: 'clear' },
    { name: 'where it will be taken is not known: ask', given: { protocol: 'in-esk-trd' }, expect: 'unknown' },
    {
      name: 'at the clinic, protocol not known: ask',
      given: { setting: 'outpatient', 'order.home_use': false },
      expect: 'unknown',
    },
  ],
})
