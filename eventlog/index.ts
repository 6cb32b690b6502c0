export { toCallerError } from './database.ts'
export { type DistributeOptions, type Distribution, distribute } from './distribute.ts'
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
export { type MigrationSet, migrate, readMigrations, recordSet } from './migrate.ts'
export { createPostgresEventLog, type PostgresOptions } from './postgres.ts'
export {
  type Checkpoint,
  exportCheckpoint,
  InvalidCheckpoint,
  keyIdOf,
  parseCheckpoint,
  verifyCheckpointSignature,
} from './proof/checkpoint.ts'
export { parseCheckpoints } from './proof/given-checkpoints.ts'
export { CheckpointRefused, makeCheckpoint } from './proof/make-checkpoint.ts'
export { checkProof, type EventProof, exportProof, NoProof, parseProof, proveEvent } from './proof/prove-event.ts'
export { resealClinic } from './proof/reseal.ts'
export { listCheckpoints, listClinics } from './proof/stored-checkpoints.ts'
export { removeOldViews } from './rebuild.ts'
export {
  type OnProgress,
  type Problem,
  type ProblemKind,
  type VerifyOptions,
  type VerifyReport,
  verify,
} from './verify/index.ts'
