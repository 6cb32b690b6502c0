/** The demonstration's patients of one day. Every one is invented and says so; each shows one thing about the gate. */
import type { Order } from '@keel/care'

export interface DemoPatient {
  readonly name: string
  readonly birthDate: string
  readonly sex: 'female' | 'male'
  readonly heightCm: number
  readonly weightKg: number
  readonly allergies: readonly string[]
  readonly medications: readonly string[]
  readonly canBecomePregnant: boolean
  readonly protocol: 'iv-ket-trd' | 'in-esk-trd'
  readonly room: string
  /** Minutes from now at which the session is planned. */
  readonly startsInMin: number
  /** Days before today on which doses were given, oldest first. */
  readonly doseDaysAgo: readonly number[]
  readonly priorDoseMg: number
  readonly order: Order
  /** How far the session has come when the demo opens. */
  readonly stage: 'scheduled' | 'checked-in' | 'running' | 'observing'
  /** Pressure, heart rate and saturation as they were at check-in. */
  readonly vitals: { readonly sbp: number; readonly dbp: number; readonly hr: number; readonly spo2: number }
}

/** An infusion at 0.5 mg/kg over 40 min, for the weight of the patient. */
function infusion(weightKg: number, weightBasis: 'actual' | 'ideal', orderedWeightKg = weightKg): Order {
  return { doseMg: Math.floor(weightKg * 0.5 * 10) / 10, durationMin: 40, weightBasis, orderedWeightKg }
}

const induction = { allergies: [], canBecomePregnant: false, priorDoseMg: 35 } as const

export const demoPatients: readonly DemoPatient[] = [
  {
    ...induction,
    name: 'Ana Example',
    birthDate: '1984-03-12',
    sex: 'female',
    heightCm: 168,
    weightKg: 70,
    medications: ['sertraline'],
    allergies: ['penicillin'],
    protocol: 'iv-ket-trd',
    room: 'Room 1',
    startsInMin: 10,
    doseDaysAgo: [5, 2],
    order: infusion(70, 'actual'),
    stage: 'scheduled',
    vitals: { sbp: 124, dbp: 78, hr: 72, spo2: 98 },
  },
  {
    ...induction,
    name: 'Omar Example',
    birthDate: '1971-09-30',
    sex: 'male',
    heightCm: 181,
    weightKg: 84,
    medications: ['venlafaxine', 'mirtazapine'],
    protocol: 'iv-ket-trd',
    room: 'Room 2',
    startsInMin: -15,
    doseDaysAgo: [7, 4],
    order: infusion(84, 'actual'),
    stage: 'checked-in',
    vitals: { sbp: 152, dbp: 92, hr: 84, spo2: 97 },
  },
  {
    ...induction,
    name: 'Liv Example',
    birthDate: '1992-01-08',
    sex: 'female',
    heightCm: 172,
    weightKg: 64,
    medications: ['escitalopram'],
    canBecomePregnant: true,
    protocol: 'in-esk-trd',
    room: 'Room 3',
    startsInMin: 20,
    doseDaysAgo: [10, 7, 3],
    priorDoseMg: 56,
    order: { doseMg: 56 },
    stage: 'scheduled',
    vitals: { sbp: 118, dbp: 74, hr: 68, spo2: 99 },
  },
  {
    ...induction,
    name: 'Joan Example',
    birthDate: '1958-06-21',
    sex: 'female',
    heightCm: 163,
    weightKg: 92,
    medications: ['duloxetine'],
    protocol: 'iv-ket-trd',
    room: 'Room 4',
    startsInMin: 40,
    doseDaysAgo: [6, 3],
    // Ordered on the scale weight at a BMI of 34.6: the gate asks for a new order on ideal weight.
    order: infusion(92, 'actual'),
    stage: 'scheduled',
    vitals: { sbp: 136, dbp: 84, hr: 76, spo2: 96 },
  },
  {
    ...induction,
    name: 'Sam Example',
    birthDate: '1979-11-02',
    sex: 'male',
    heightCm: 176,
    weightKg: 78,
    medications: ['lithium'],
    protocol: 'iv-ket-trd',
    room: 'Room 5',
    startsInMin: -60,
    doseDaysAgo: [9, 7, 5, 2],
    order: infusion(78, 'actual'),
    stage: 'running',
    vitals: { sbp: 128, dbp: 80, hr: 74, spo2: 98 },
  },
  {
    ...induction,
    name: 'Ruth Example',
    birthDate: '1966-04-17',
    sex: 'female',
    heightCm: 160,
    weightKg: 61,
    medications: [],
    protocol: 'in-esk-trd',
    room: 'Room 6',
    startsInMin: -110,
    doseDaysAgo: [17, 14, 10, 7, 3],
    priorDoseMg: 56,
    order: { doseMg: 84 },
    stage: 'observing',
    vitals: { sbp: 130, dbp: 82, hr: 70, spo2: 97 },
  },
]
