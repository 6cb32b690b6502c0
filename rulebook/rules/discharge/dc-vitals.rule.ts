import { all, any } from '@keel/engine'
import { value } from '../../values.ts'
import { defineRule } from '../../vocabulary.ts'

export const dcVitals = defineRule({
  id: 'dc-vitals',
  title: 'Pressure or heart rate not ready to leave',
  phases: ['discharge'],
  severity: 'hold',
  says: 'Pressure is {systolic} systolic or {diastolic} diastolic or more and is not falling or not within {offBaseline} of that before the dose, or heart rate is below {slowest} or above {fastest}.',
  saysToPatient: 'Your blood pressure or heart rate needs a little longer to settle.',
  because: 'Leaving while pressure is up or rising moves the risk to the way home.',
  action: 'Keep observing and measure again.',
  values: {
    systolic: [value(140, 'mm[Hg]', { cites: 'esketamine-label-us', confidence: 'med', basis: 'src' })],
    diastolic: [value(90, 'mm[Hg]', { cites: 'esketamine-label-us', confidence: 'med', basis: 'src' })],
    offBaseline: [value(20, '%', { cites: 'chung-1995', confidence: 'med', basis: 'drv' })],
    slowest: [value(50, '/min', { cites: 'judgement', confidence: 'med', basis: 'drv' })],
    fastest: [value(110, '/min', { cites: 'judgement', confidence: 'med', basis: 'drv' })],
  },
  when: (value, { above, atLeast, below, is }) =>
    any(
      all(
        any(atLeast('discharge.sbp', value.systolic), atLeast('discharge.dbp', value.diastolic)),
        any(
          is('derived.discharge_pressure_falling', false),
          above('derived.discharge_sbp_percent_off_baseline', value.offBaseline),
          above('derived.discharge_dbp_percent_off_baseline', value.offBaseline),
        ),
      ),
      below('discharge.hr', value.slowest),
      above('discharge.hr', value.fastest),
    ),
  cites: ['esketamine-label-us', 'chung-1995'],
  confidence: 'med',
  examples: [
    {
      name: 'one below both pressure limits, heart rate at the lower limit',
      given: { 'discharge.sbp': 139, 'discharge.dbp': 89, 'discharge.hr': 50 },
      expect: 'clear',
    },
    {
      name: 'heart rate at the upper limit',
      given: { 'discharge.sbp': 120, 'discharge.dbp': 80, 'discharge.hr': 110 },
      expect: 'clear',
    },
    {
      name: 'heart rate one below the lower limit: stay',
      given: { 'discharge.sbp': 120, 'discharge.dbp': 80, 'discharge.hr': 49 },
      expect: 'fires',
    },
    {
      name: 'heart rate one above the upper limit: stay',
      given: { 'discharge.sbp': 120, 'discharge.dbp': 80, 'discharge.hr': 111 },
      expect: 'fires',
    },
    {
      name: 'systolic at the limit and rising: stay',
      given: {
        'discharge.sbp': 140,
        'discharge.dbp': 80,
        'discharge.previous_sbp': 138,
        'discharge.previous_dbp': 80,
        'discharge.baseline_sbp': 135,
        'discharge.baseline_dbp': 80,
        'discharge.hr': 70,
      },
      expect: 'fires',
    },
    {
      name: 'diastolic at the limit and rising: stay',
      given: {
        'discharge.sbp': 130,
        'discharge.dbp': 90,
        'discharge.previous_sbp': 130,
        'discharge.previous_dbp': 88,
        'discharge.baseline_sbp': 130,
        'discharge.baseline_dbp': 84,
        'discharge.hr': 70,
      },
      expect: 'fires',
    },
    {
      name: 'above the limit, falling, and 20 % off that before the dose',
      given: {
        'discharge.sbp': 144,
        'discharge.dbp': 84,
        'discharge.previous_sbp': 150,
        'discharge.previous_dbp': 86,
        'discharge.baseline_sbp': 120,
        'discharge.baseline_dbp': 70,
        'discharge.hr': 70,
      },
      expect: 'clear',
    },
    {
      name: 'above the limit, falling, and more than 20 % off systolic: stay',
      given: {
        'discharge.sbp': 150,
        'discharge.dbp': 84,
        'derived.discharge_pressure_falling': true,
        'derived.discharge_sbp_percent_off_baseline': 20.1,
        'derived.discharge_dbp_percent_off_baseline': 20,
        'discharge.hr': 70,
      },
      expect: 'fires',
    },
    {
      name: 'above the limit, falling, and more than 20 % off diastolic: stay',
      given: {
        'discharge.sbp': 150,
        'discharge.dbp': 84,
        'derived.discharge_pressure_falling': true,
        'derived.discharge_sbp_percent_off_baseline': 20,
        'derived.discharge_dbp_percent_off_baseline': 20.1,
        'discharge.hr': 70,
      },
      expect: 'fires',
    },
    {
      name: 'above the limit and reading before not known: ask',
      given: {
        'discharge.sbp': 150,
        'discharge.dbp': 80,
        'discharge.baseline_sbp': 145,
        'discharge.baseline_dbp': 80,
        'discharge.hr': 70,
      },
      expect: 'unknown',
    },
  ],
})
