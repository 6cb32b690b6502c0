/** Reading a result that may be far larger than memory, a piece at a time, inside a transaction. */

import type pg from 'pg'

const fetchSize = 1_000

export async function* readByCursor<Row extends pg.QueryResultRow>(
  client: pg.ClientBase,
  text: string,
  values: readonly unknown[],
): AsyncGenerator<Row, void, undefined> {
  await client.query(`DECLARE reading NO SCROLL CURSOR FOR ${text}`, [...values])
  for (;;) {
    const { rows } = await client.query<Row>(`FETCH ${fetchSize} FROM reading`)
    yield* rows
    if (rows.length < fetchSize) break
  }
  await client.query('CLOSE reading')
}
