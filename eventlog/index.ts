export { EventLogUnavailable, InvalidAppend, type UnavailableOutcome } from './errors.ts'
export type {
  Actor,
  Append,
  AppendResult,
  EventLog,
  Json,
  NewEvent,
  Recalled,
  RecordedEvent,
  StreamAppend,
  View,
  ViewDocument,
} from './events.ts'
export { createMemoryEventLog } from './memory.ts'
export { type MigrationSet, migrate } from './migrate.ts'
export { createPostgresEventLog, type PostgresOptions } from './postgres.ts'
export { type Problem, type ProblemKind, type VerifyOptions, type VerifyReport, verify } from './verify.ts'
