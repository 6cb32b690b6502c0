/**
 * The US programme of risk evaluation for nasal esketamine: what it asks of the site, and the fields of its patient
 * monitoring form. The form's wording changes; the current form is to be read before it is sent.
 */
import type { RemsProgramme } from '../settings.ts'
import { value } from '../values.ts'

const cites = ['esketamine-rems'] as const

function required(key: string, says: string): RemsProgramme['requirements'][number] {
  return { key, says, cites, confidence: 'high' }
}

type Form = RemsProgramme['form'][number]

function group(name: string, confidence: Form['confidence'], fields: Readonly<Record<string, string>>): Form {
  return { group: name, fields: Object.entries(fields).map(([key, says]) => ({ key, says })), cites, confidence }
}

export const esketamineRems: RemsProgramme = {
  region: 'US',
  requirements: [
    required('site', 'The setting is certified and has named somebody who answers for it.'),
    required('prescriber', 'A prescriber is on site while the dose is given and watched over.'),
    required('equipment', 'A pulse oximeter, and staff to watch the patient, are on site.'),
    required(
      'patient',
      'The patient is enrolled before the first outpatient dose; patient and prescriber both sign. Inpatients need not be.',
    ),
    required('dispensing', 'It is never handed to the patient, and never for use at home.'),
    required('monitoring', 'At least 2 h, and until sedation, dissociation and slowed breathing have passed.'),
    required(
      'form',
      'A monitoring form follows each outpatient session. Inpatient units send none, but report adverse events.',
    ),
  ],
  formDueWithin: [value(7, 'd', { cites: 'esketamine-rems', confidence: 'high', basis: 'src' })],
  form: [
    group('patient', 'high', {
      first_name: 'first name',
      middle_initial: 'middle initial',
      last_name: 'last name',
      birth_date: 'date of birth',
      sex: 'sex',
      first_treatment: 'first treatment, yes or no',
      enrolled: 'enrolled, yes or no',
    }),
    group('medicines', 'high', {
      benzodiazepines: 'benzodiazepines, yes or no',
      sedative_hypnotics: 'other sedatives or sleeping pills, yes or no',
      psychostimulants: 'stimulants, yes or no',
      maois: 'monoamine oxidase inhibitors, yes or no',
      opioids: 'opioids, yes or no (later versions)',
      others: 'other medicines that sedate or change blood pressure (later versions)',
    }),
    group('monitoring professional', 'high', {
      first_name: 'first name',
      last_name: 'last name',
      telephone: 'telephone',
      email: 'e-mail',
    }),
    group('setting', 'high', { name: 'name', address: 'address', city: 'city', state: 'state', zip: 'ZIP code' }),
    group('session', 'high', {
      date: 'date',
      dose: 'dose: 56 mg, 84 mg or other',
      lot_number: 'lot number',
      total_minutes: 'minutes from the first device to the end of monitoring, at least 120',
      ready_minutes: 'minutes after which the patient could have left, were it not for the 2 h',
    }),
    group('vital signs', 'high', {
      acceptable_before: 'acceptable before the dose, yes or no',
      acceptable_after: 'acceptable before the end, yes or no',
      pressure_before: 'blood pressure before, mmHg',
      pressure_at_40_min: 'blood pressure at 40 min, mmHg',
      pressure_at_end: 'blood pressure before the end, mmHg',
    }),
    group('events', 'low', {
      sedation: 'sedation: yes or no, start, end, treatment',
      dissociation: 'dissociation: yes or no, start, end, treatment',
      respiratory_depression: 'slowed breathing: yes or no, start, end, treatment (later versions)',
      serious_adverse_event: 'serious adverse event: yes or no, and what happened',
    }),
  ],
}
