import { all } from '@keel/engine'
import { nasalEsketamine } from '../../protocol-ids.ts'
import { value } from '../../values.ts'
import { defineRule, facts } from '../../vocabulary.ts'

export const nasalSteroidDecongestant1h = defineRule({
  id: 'nasal-steroid-decongestant-1h',
  title: 'Nasal steroid or decongestant too recently',
  phases: ['pre_session'],
  appliesTo: facts.is('protocol', ...nasalEsketamine),
  severity: 'hold',
  says: 'A nasal steroid or decongestant was used less than {gap} ago.',
  saysToPatient: 'You used a nose spray a short while ago. We will wait until an hour has passed.',
  because: 'Another spray hinders absorption, and a decongestant raises pressure.',
  action: 'Wait until the time has passed since that spray.',
  values: {
    gap: [value(60, 'min', { cites: 'esketamine-label-us', confidence: 'med', basis: 'src' })],
  },
  when: (value, { some }) =>
    some('medications', (medicine) =>
      all(
        medicine.includes('classes', 'nasal-steroid-decongestant'),
        medicine.is('route', 'nasal'),
        medicine.below('minutes_ago', value.gap),
      ),
    ),
  cites: [],
  confidence: 'med',
  examples: [
    {
      name: 'at the limit: go ahead',
      given: {
        protocol: 'in-esk-trd',
        region: 'US',
        medications: [
          { name: 'oxymetazoline', classes: ['nasal-steroid-decongestant'], route: 'nasal', minutes_ago: 60 },
        ],
      },
      expect: 'clear',
    },
    {
      name: 'a minute under the limit: hold',
      given: {
        protocol: 'in-esk-trd',
        region: 'US',
        medications: [
          { name: 'oxymetazoline', classes: ['nasal-steroid-decongestant'], route: 'nasal', minutes_ago: 59 },
        ],
      },
      expect: 'fires',
    },
    {
      name: 'an inhaled steroid is no nose spray',
      given: {
        protocol: 'in-esk-trd',
        region: 'US',
        medications: [
          { name: 'budesonide', classes: ['nasal-steroid-decongestant'], route: 'inhaled', minutes_ago: 5 },
        ],
      },
      expect: 'clear',
    },
    { name: 'no medicines', given: { protocol: 'in-esk-trd', region: 'US', medications: [] }, expect: 'clear' },
    {
      name: 'time of the spray not known: ask',
      given: {
        protocol: 'in-esk-trd',
        region: 'US',
        medications: [{ name: 'fluticasone', classes: ['nasal-steroid-decongestant'], route: 'nasal' }],
      },
      expect: 'unknown',
    },
    { name: 'an infusion does not pass the nose', given: { protocol: 'iv-ket-trd' }, expect: 'clear' },
    {
      name: 'another medicine by the nose',
      given: {
        protocol: 'in-esk-trd',
        region: 'US',
        medications: [{ name: 'sumatriptan', classes: [], route: 'nasal', minutes_ago: 5 }],
      },
      expect: 'clear',
    },
    {
      name: 'for acute suicidality, a minute under the limit: hold',
      given: {
        protocol: 'in-esk-mdsi',
        region: 'US',
        medications: [
          { name: 'oxymetazoline', classes: ['nasal-steroid-decongestant'], route: 'nasal', minutes_ago: 59 },
        ],
      },
      expect: 'fires',
    },
  ],
})
