/** Reading a result that may be far larger than memory, a piece at a time, inside a transaction. */

import type pg from 'pg'

/** Every column as PostgreSQL writes it, in the order of the query. */
export type TextRow = readonly (string | null)[]

/** More at a time would not be faster: the pieces then outlive the youngest part of the heap. */
const fetchSize = 500
const untouched = { getTypeParser: () => (text: string) => text }

/**
 * Asks for the next piece before it hands out one, so that PostgreSQL reads on while the caller works.
 * @param name of the cursor, for those that are read side by side.
 */
export async function* readByCursor(
  client: pg.ClientBase,
  text: string,
  values: readonly unknown[],
  name = 'reading',
): AsyncGenerator<readonly TextRow[], void, undefined> {
  await client.query(`DECLARE ${name} NO SCROLL CURSOR FOR ${text}`, [...values])
  for (let coming = fetchNext(client, name); ; ) {
    const rows = await coming
    const isLast = rows.length < fetchSize
    if (!isLast) coming = fetchNext(client, name)
    yield rows
    if (isLast) break
  }
  await client.query(`CLOSE ${name}`)
}

function fetchNext(client: pg.ClientBase, name: string): Promise<readonly TextRow[]> {
  const text = `FETCH ${fetchSize} FROM ${name}`
  const coming = client.query<(string | null)[]>({ text, rowMode: 'array', types: untouched }).then(({ rows }) => rows)
  // A caller that stops reading never looks at the piece that is on its way; whoever does still gets the error.
  coming.catch(() => undefined)
  return coming
}
