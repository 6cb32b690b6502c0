/** Everything that keeps tables of its own, in the order in which it is brought forward. A backup holds all of it. */
import { type MigrationSet, recordSet } from '@keel/eventlog'

export const migrationSets: readonly MigrationSet[] = [
  recordSet,
  { schema: 'access', folder: new URL('./access/migrations/', import.meta.url) },
]
