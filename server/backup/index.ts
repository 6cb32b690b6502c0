export { type Lock, makeIdentity, type Opener, readKeyFile } from './keys.ts'
export { makeBackup, type Progress } from './make-backup.ts'
export { type BackupContent, checkBackup } from './read-backup.ts'
export { restoreBackup } from './restore-backup.ts'
