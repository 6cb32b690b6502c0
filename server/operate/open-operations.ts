/** Opens what operators ask: health, and a port of their own where one is wanted. */
import { type Clock, systemClock } from '../runtime/clock.ts'
import { createHealth, type HealthOptions, watchReadiness } from './health.ts'
import type { Metrics } from './metrics.ts'
import { type Operations, openOperationsPort } from './operations.ts'
import { openSmallPool } from './small-pool.ts'
import { watchRecord } from './watch-record.ts'

/** Where figures may be asked for. */
export interface MetricsAccess {
  /** Of the port for operators. */
  readonly host: string
  /** 0: any free one. Left out: no port for operators. */
  readonly port?: number | undefined
  /** Asked for on every port; without it figures are not given on the server's own. */
  readonly token?: string | undefined
}

export interface OperationsOptions extends Pick<HealthOptions, 'dataFolder' | 'lastRecordedAt'> {
  readonly serverUrl: string
  readonly clinicId: string
  /** The clinic's. */
  readonly clock: Clock
  readonly metrics: Metrics | undefined
  readonly access: MetricsAccess | undefined
  /** Takes what has to be closed, the last first. */
  readonly toClose: (() => Promise<void>)[]
}

/** @throws Error for people when the port cannot be opened. */
export async function openOperations(
  options: OperationsOptions,
): Promise<{ readonly operations: Operations; readonly port: number | undefined }> {
  const { metrics, access, toClose, clinicId, clock } = options
  const pool = openSmallPool(options.serverUrl)
  toClose.push(() => pool.end())
  const health = await createHealth({ ...options, pool, nowMs: () => Date.parse(systemClock.now()) })
  if (metrics) {
    watchReadiness(metrics, health)
    watchRecord(metrics, pool, clinicId, () => Date.parse(clock.now()))
  }
  const operations = { health, metrics, metricsToken: access?.token }
  if (access?.port === undefined) return { operations, port: undefined }
  const opened = await openOperationsPort(operations, access.host, access.port)
  toClose.push(() => opened.close())
  return { operations, port: opened.port }
}
