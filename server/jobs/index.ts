export type { JobStatus } from './list-jobs.ts'
export { openJobs } from './open-jobs.ts'
export { migrateQueue } from './queue-tables.ts'
export { readJobs } from './read-jobs.ts'
