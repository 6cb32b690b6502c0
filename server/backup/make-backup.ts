/** Making a backup: from one snapshot into one file, which appears under its name only when it is whole. */
import { createHash } from 'node:crypto'
import { createWriteStream, readFileSync } from 'node:fs'
import { access, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { constants, createZstdCompress } from 'node:zlib'
import type { MigrationSet } from '@keel/eventlog'
import type { Encrypter } from 'age-encryption'
import { migrationSets } from '../migration-sets.ts'
import { BackupFailed } from './backup-failed.ts'
import { explainDatabase } from './explain-database.ts'
import { type BackupHeader, type FrameKind, frameOf } from './format.ts'
import { type Lock, toEncrypter } from './keys.ts'
import { connect, type Snapshot, takeSnapshot } from './snapshot.ts'

/** So far. `bytes` are those of the rows, before they are compressed. */
export interface Progress {
  readonly rows: number
  readonly bytes: number
}

export interface BackupOptions {
  readonly lock: Lock
  /** An instant. */
  readonly now: string
  readonly onProgress?: (progress: Progress) => void
  /** For tests. */
  readonly sets?: readonly MigrationSet[]
}

export interface BackupMade extends BackupHeader, Progress {
  /** Row-level security bound the role: rows of a clinic that the record does not know would not be in it. */
  readonly isWalled: boolean
}

/** Of this program. */
const { version: keel } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  readonly version: string
}

const newline = 0x0a

/**
 * Never writes over a file.
 * @param url of the owner of the tables, or of a role that row-level security does not bind.
 * @throws BackupFailed or EventLogUnavailable. Nothing is left then.
 */
export async function makeBackup(url: string, file: string, options: BackupOptions): Promise<BackupMade> {
  const encrypter = toEncrypter(options.lock)
  await assertFree(file)
  const client = await connect(url).catch(explain)
  try {
    const snapshot = await takeSnapshot(client, options.sets ?? migrationSets)
    const header: BackupHeader = { ...snapshot.header, keel, madeAt: options.now }
    const total = { rows: 0, bytes: 0 }
    await writeWhole(file, framesOf(header, snapshot, total, options.onProgress), encrypter)
    return { ...header, ...total, isWalled: snapshot.tables.some(({ isWalled }) => isWalled) }
  } catch (error) {
    return explain(error)
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function assertFree(file: string): Promise<void> {
  const exists = await access(file).then(
    () => true,
    () => false,
  )
  if (exists) throw new BackupFailed(`${file} exists and was left as it is. Name another file.`)
}

async function* framesOf(
  header: BackupHeader,
  snapshot: Snapshot,
  total: { rows: number; bytes: number },
  onProgress: (progress: Progress) => void = () => undefined,
): AsyncGenerator<Buffer, undefined> {
  const whole = createHash('sha256')
  const frame = (kind: FrameKind, content: Buffer | object) => {
    const bytes = frameOf(kind, content)
    whole.update(bytes)
    return bytes
  }
  yield frame('K', header)
  for (const table of snapshot.tables) {
    yield frame('T', { schema: table.schema, name: table.name })
    const sum = createHash('sha256')
    const start = { ...total }
    for await (const rows of snapshot.read(table)) {
      sum.update(rows)
      total.rows += countRows(rows)
      total.bytes += rows.length
      onProgress(total)
      yield frame('D', rows)
    }
    yield frame('E', { rows: total.rows - start.rows, bytes: total.bytes - start.bytes, sha256: sum.digest('hex') })
  }
  yield frameOf('Z', { tables: snapshot.tables.length, rows: total.rows, sha256: whole.digest('hex') })
}

/** In the text form of COPY each row ends in the only newline that it has. */
export function countRows(text: Buffer): number {
  let rows = 0
  for (let at = text.indexOf(newline); at !== -1; at = text.indexOf(newline, at + 1)) rows += 1
  return rows
}

/** Under another name until every byte is on the disk. */
async function writeWhole(
  file: string,
  frames: AsyncGenerator<Buffer>,
  encrypter: Encrypter | undefined,
): Promise<void> {
  const part = `${file}.part`
  const handle = await open(part, 'wx', 0o600)
  try {
    const target = createWriteStream(part, { fd: handle, flush: true })
    const zstd = createZstdCompress({ params: { [constants.ZSTD_c_checksumFlag]: 1 } })
    if (encrypter === undefined) await pipeline(Readable.from(frames), zstd, target)
    else await pipeline(Readable.from(frames), zstd, (source) => encrypted(source, encrypter), target)
    await assertFree(file)
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  } finally {
    await handle.close().catch(() => undefined)
  }
  await keepName(file)
}

async function* encrypted(source: AsyncIterable<Buffer>, encrypter: Encrypter): AsyncGenerator<Uint8Array> {
  const plain = Readable.toWeb(Readable.from(source)) as unknown as globalThis.ReadableStream<Uint8Array>
  yield* (await encrypter.encrypt(plain)) as unknown as ReadableStream<Uint8Array>
}

/** A new name is on the disk only when its folder is; some systems cannot do that, and then do it by themselves. */
async function keepName(file: string): Promise<void> {
  const folder = await open(dirname(file)).catch(() => undefined)
  await folder?.sync().catch(() => undefined)
  await folder?.close()
}

const reasonOf: Readonly<Record<string, (error: NodeJS.ErrnoException) => string>> = {
  ENOSPC: () => 'The disk that the backup was written to is full. Free some space there, or name another disk.',
  EDQUOT: () => 'The disk quota of this account is used up. Free some space, or name another disk.',
  EFBIG: () => 'The backup became larger than a file may be there. Name another disk.',
  EEXIST: ({ path }) =>
    `${path} exists: another backup is being made there, or one was cut short. Remove it if none is.`,
  ENOENT: ({ path }) => `There is no such folder: ${dirname(path ?? '')}. Make it first.`,
  EACCES: ({ path }) => `${path} may not be written by this user. Name another folder.`,
  EROFS: ({ path }) => `${path} is on a disk that can only be read. Name another disk.`,
}

function explain(error: unknown): never {
  const failure = error as NodeJS.ErrnoException
  const reason = failure.syscall === 'connect' ? undefined : reasonOf[failure.code ?? '']
  if (reason !== undefined) throw new BackupFailed(`${reason(failure)} No backup was made.`, { cause: error })
  throw explainDatabase(error, 'No backup was made.')
}
