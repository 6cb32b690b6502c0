/** Reading a backup from its first byte to its end mark. Whoever reads is told at once when it is not what was written. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { createZstdDecompress } from 'node:zlib'
import { BackupFailed } from './backup-failed.ts'
import {
  type BackupHeader,
  type BackupTable,
  backupEnd,
  damaged,
  type Frame,
  parseContent,
  parseHeader,
  readFrames,
  tableEnd,
  tableStart,
} from './format.ts'
import { type Opener, toDecrypter } from './keys.ts'
import { countRows, type Progress } from './make-backup.ts'

export interface BackupReader {
  onHeader(header: BackupHeader): Promise<void>
  /** Has to read the rows to their end. @returns how many it took; undefined when it did not count. */
  onTable(table: BackupTable, rows: AsyncGenerator<Buffer, undefined>): Promise<number | undefined>
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

export interface BackupContent extends Progress {
  readonly header: BackupHeader
  readonly isEncrypted: boolean
  readonly tables: readonly { readonly table: BackupTable; readonly rows: number }[]
}

const ageMagic = Buffer.from('age-encryption.org/')
const zstdMagic = Buffer.from([0x28, 0xb5, 0x2f, 0xfd])

/**
 * Holds little in memory at any size. That a table's rows are right is known at the table's end, that there are no more at
 * the end of the backup: whoever stores them commits after this has come back.
 * @throws BackupFailed when the file is not a whole backup or the key is not the right one. What `reader` throws is passed on.
 */
export async function readBackup(file: string, opener: Opener, reader: BackupReader): Promise<BackupContent> {
  const isEncrypted = await isEncryptedFile(file)
  if (isEncrypted && opener.identities.length === 0 && opener.passphrase === undefined)
    throw new BackupFailed(`${file} is encrypted. Give --identity-file or --passphrase-file.`)
  const decrypter = isEncrypted ? toDecrypter(opener) : undefined
  const zstd = createZstdDecompress()
  const source = createReadStream(file)
  const decrypted = async function* (bytes: AsyncIterable<Buffer>): AsyncGenerator<Uint8Array> {
    if (decrypter === undefined) return yield* bytes
    const web = Readable.toWeb(Readable.from(bytes)) as unknown as globalThis.ReadableStream<Uint8Array>
    yield* (await decrypter.decrypt(web)) as unknown as ReadableStream<Uint8Array>
  }
  const flow = pipeline(source, decrypted, zstd)
  flow.catch(() => undefined) // It also fails what is read from zstd, which is where it is told.
  try {
    const content = await readContent(readFrames(explained(zstd, file)), reader)
    return { ...content, isEncrypted }
  } finally {
    zstd.destroy()
    source.destroy()
  }
}

async function isEncryptedFile(file: string): Promise<boolean> {
  const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
    throw new BackupFailed(`${file} cannot be read (${error.code}). Name the file of the backup.`)
  })
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(ageMagic.length), 0, ageMagic.length, 0)
    const start = buffer.subarray(0, bytesRead)
    if (start.equals(ageMagic)) return true
    if (start.subarray(0, zstdMagic.length).equals(zstdMagic)) return false
  } finally {
    await handle.close()
  }
  throw new BackupFailed(`${file} is not a backup of Keel, or its beginning is damaged.`)
}

async function* explained(source: AsyncIterable<Buffer>, file: string): AsyncGenerator<Buffer, undefined> {
  try {
    yield* source
  } catch (error) {
    const { message, syscall, code } = error as NodeJS.ErrnoException
    if (syscall === 'read')
      throw new BackupFailed(`${file} cannot be read to its end (${code}): its disk may be failing.`)
    if (message.includes('no identity matched'))
      throw new BackupFailed(
        `The key or passphrase is not the one that ${file} was written for, or its beginning is damaged. Give another.`,
      )
    throw damaged('it was cut off or a byte of it has changed')
  }
}

/** Frame by frame, with a sum over all that were taken. */
interface Frames {
  /** Of one of these kinds. */
  take(...kinds: readonly string[]): Promise<Frame>
  sumSoFar(): string
  /** Nothing may follow. */
  end(): Promise<void>
}

function framesIn(source: AsyncGenerator<Frame, undefined>): Frames {
  const whole = createHash('sha256')
  let sumBefore = ''
  return {
    async take(...kinds) {
      const { value: frame } = await source.next()
      if (frame === undefined) throw damaged('it ends too early')
      if (!kinds.includes(frame.kind)) throw damaged('its parts are not in order')
      if (frame.kind === 'Z') sumBefore = whole.copy().digest('hex')
      whole.update(frame.bytes)
      return frame
    },
    sumSoFar: () => sumBefore,
    async end() {
      if (!(await source.next()).done) throw damaged('something follows its end')
    },
  }
}

async function readContent(
  source: AsyncGenerator<Frame, undefined>,
  reader: BackupReader,
): Promise<Omit<BackupContent, 'isEncrypted'>> {
  const frames = framesIn(source)
  const header = parseHeader(await frames.take('K'))
  await reader.onHeader(header)
  const total = { rows: 0, bytes: 0 }
  const tables: { table: BackupTable; rows: number }[] = []
  for (const table of header.tables) {
    const { schema, name } = parseContent(tableStart, await frames.take('T'))
    if (schema !== table.schema || name !== table.name) throw damaged('its tables are not in order')
    const before = total.rows
    const taken = await reader.onTable(table, rowsIn(frames, total, reader.onProgress))
    const rows = total.rows - before
    if (taken !== undefined && taken !== rows)
      throw new BackupFailed(`Of ${rows} rows of ${schema}.${name}, ${taken} came along.`)
    tables.push({ table, rows })
  }
  const end = parseContent(backupEnd, await frames.take('Z'))
  if (end.sha256 !== frames.sumSoFar() || end.rows !== total.rows || end.tables !== tables.length)
    throw damaged('its sum is not right')
  await frames.end()
  return { header, tables, ...total }
}

async function* rowsIn(
  frames: Frames,
  total: { rows: number; bytes: number },
  onProgress: (progress: Progress) => void = () => undefined,
): AsyncGenerator<Buffer, undefined> {
  const start = { ...total }
  const sum = createHash('sha256')
  for (let frame = await frames.take('D', 'E'); ; frame = await frames.take('D', 'E')) {
    if (frame.kind === 'E') {
      const end = parseContent(tableEnd, frame)
      const isRight = end.rows === total.rows - start.rows && end.bytes === total.bytes - start.bytes
      if (!isRight || end.sha256 !== sum.digest('hex')) throw damaged('the sum of one of its tables is not right')
      return
    }
    sum.update(frame.content)
    total.rows += countRows(frame.content)
    total.bytes += frame.content.length
    onProgress(total)
    yield frame.content
  }
}

/** Reads all of it and stores nothing. @throws BackupFailed */
export function checkBackup(
  file: string,
  opener: Opener,
  onProgress?: (progress: Progress) => void,
): Promise<BackupContent> {
  return readBackup(file, opener, {
    onHeader: async () => undefined,
    onTable: async (_table, rows) => {
      for await (const _ of rows);
      return undefined
    },
    onProgress,
  })
}
