/**
 * What a clinic has on record of one patient, as far as misuse signals and engagement measures read it. Days are calendar
 * days where the clinic is, instants ISO 8601 with an offset. Every entry has the id under which the record keeps it, so
 * that a signal can name what it came from.
 */
import type { IsoDay } from '@keel/engine'

interface Entry {
  readonly id: string
  readonly on: IsoDay
}

/** Why a dose is asked for, as staff coded it. */
export const requestReasons = ['plan', 'symptom-return', 'get-away-from-feelings', 'other'] as const
export type RequestReason = (typeof requestReasons)[number]

export interface DoseRequest extends Entry {
  readonly by: 'patient' | 'clinic'
  /** The dose asked for; `null` where no amount was said. */
  readonly doseMg: number | null
  /** More medicine or more often than the plan has it. */
  readonly moreThanPlanned: boolean
  readonly reason: RequestReason
}

export interface RefillRequest extends Entry {
  readonly runsOutOn: IsoDay
  readonly daysSupply: number
}

export const exposureRoutes = ['IV', 'IM', 'IN', 'SL', 'PO'] as const

export interface DoseGiven extends Entry {
  /** When the dose ended. */
  readonly endedAt: string
  readonly drug: 'ketamine' | 'esketamine'
  readonly route: (typeof exposureRoutes)[number]
  /** Milligrams of base. */
  readonly doseMg: number
  /** Watched by the clinic; otherwise taken at home, as the patient reports. */
  readonly supervised: boolean
  /** What the plan had between this dose and the one before; `null` for a first dose. */
  readonly plannedIntervalDays: number | null
  /** The patient asked for this day. */
  readonly dayAskedFor: boolean
}

export interface IntegrationVisit extends Entry {
  readonly status: 'attended' | 'missed' | 'to-come' | 'called-off-by-clinic'
  /** When the note was written; `null`: none yet. */
  readonly notedAt: string | null
}

export interface RegistryQuery extends Entry {
  readonly prescribers12mo: number
  readonly pharmacies12mo: number
  /** Ketamine in it of which the patient had not told. */
  readonly undisclosedKetamine: boolean
}

export interface UrineTest extends Entry {
  readonly collectedAt: string
  readonly refused: boolean
  /** Immunoassay panels do not see ketamine; only chromatography with mass spectrometry does. */
  readonly method: 'immunoassay' | 'definitive'
  /** `null`: not measured. */
  readonly creatinineMgPerDl: number | null
  /** Ketamine or any of its metabolites. */
  readonly ketamine: 'positive' | 'negative' | 'not-tested'
  readonly norketamine: 'positive' | 'negative' | 'not-tested'
  /** A drug other than ketamine that nothing on record explains; `null`: not yet reviewed. */
  readonly unexpectedOther: boolean | null
  /** The patient told of ketamine from elsewhere before the result was known. */
  readonly otherKetamineDisclosed: boolean
}

export interface Reading extends Entry {
  readonly score: number
}

export interface DoseReading extends Reading {
  /** The dose at which it was taken. */
  readonly doseId: string
}

export interface BloodInUrine extends Entry {
  readonly blood: 'none' | 'micro' | 'gross'
}

export interface MemoryReport extends Entry {
  /** Worse than at baseline, by the KSET or in the patient's own words. */
  readonly worse: boolean
}

export interface Presentation extends Entry {
  /** A clinician confirmed that the patient was intoxicated or sedated. */
  readonly confirmedImpaired: boolean
}

export interface Incident extends Entry {
  readonly what: 'route-tampering' | 'diversion' | 'forgery'
  readonly confirmed: boolean
  /** When people closed it; `null`: open. */
  readonly clearedOn: IsoDay | null
}

export interface MisuseRecord {
  /** The first day of the running course; `null`: none yet. */
  readonly courseBeganOn: IsoDay | null
  readonly doseRequests: readonly DoseRequest[]
  readonly refillRequests: readonly RefillRequest[]
  readonly dosesGiven: readonly DoseGiven[]
  readonly integrationVisits: readonly IntegrationVisit[]
  /** Doses that were lost, stolen or spilled at home. */
  readonly lostDoses: readonly Entry[]
  readonly registryQueries: readonly RegistryQuery[]
  readonly urineTests: readonly UrineTest[]
  readonly icsi: readonly Reading[]
  readonly bloodInUrine: readonly BloodInUrine[]
  readonly memoryReports: readonly MemoryReport[]
  /** DEQ-5 "want more", 0 to 100. */
  readonly wantMore: readonly DoseReading[]
  /** 0 to 100. */
  readonly craving: readonly Reading[]
  /** CADSS-6 at its peak. */
  readonly cadss6: readonly DoseReading[]
  readonly phq9: readonly Reading[]
  readonly presentations: readonly Presentation[]
  readonly incidents: readonly Incident[]
}

/** A record in which nothing has happened yet. */
export const emptyMisuseRecord: MisuseRecord = {
  courseBeganOn: null,
  doseRequests: [],
  refillRequests: [],
  dosesGiven: [],
  integrationVisits: [],
  lostDoses: [],
  registryQueries: [],
  urineTests: [],
  icsi: [],
  bloodInUrine: [],
  memoryReports: [],
  wantMore: [],
  craving: [],
  cadss6: [],
  phq9: [],
  presentations: [],
  incidents: [],
}
