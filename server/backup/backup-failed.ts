/** A backup was not made, is not whole, or was not restored. The message says what happened, what was kept, what to do. */
export class BackupFailed extends Error {
  override readonly name = 'BackupFailed'
}
