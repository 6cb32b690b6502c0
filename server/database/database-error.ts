/** The database cannot be used. The message is complete: what happened, what was kept, what to do next. */
export class DatabaseError extends Error {
  override name = 'DatabaseError'
}
