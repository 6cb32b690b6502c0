/**
 * What is inside a backup, below encryption and compression: frames, of one byte for the kind, four for the length (big end
 * first) and the content. They stand in this order, and the last one is how a file that was cut off is known:
 *
 *   K  the header, JSON; then for each of its tables, in their order:
 *   T    its name, JSON
 *   D    rows as COPY writes them as text, in as many frames as it takes
 *   E    how many rows and bytes that were, and their SHA-256, JSON
 *   Z  how many tables and rows there are, and the SHA-256 of every byte before this frame, JSON
 */
import { z } from 'zod'
import { BackupFailed } from './backup-failed.ts'

export const backupFormat = 'keel-backup-1'

const migration = z.object({ version: z.int().min(1), name: z.string(), checksum: z.string() })
const table = z.object({ schema: z.string(), name: z.string(), columns: z.array(z.string()).readonly() })
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const headerContent = z.object({
  format: z.literal(backupFormat),
  /** The version of Keel that made it. */
  keel: z.string(),
  /** An instant. */
  madeAt: z.string(),
  /** The version of PostgreSQL that it was read from. */
  postgres: z.string(),
  /** By schema: what its tables were made by. */
  migrations: z.record(z.string(), z.array(migration).readonly()),
  tables: z.array(table).readonly(),
  clinics: z.array(z.object({ clinicId: z.string(), lastPosition: z.int().min(0) })).readonly(),
})
export type BackupHeader = Readonly<z.infer<typeof headerContent>>
export type BackupTable = Readonly<z.infer<typeof table>>

export const tableStart = z.object({ schema: z.string(), name: z.string() })
export const tableEnd = z.object({ rows: z.int().min(0), bytes: z.int().min(0), sha256 })
export const backupEnd = z.object({ tables: z.int().min(0), rows: z.int().min(0), sha256 })

export type FrameKind = 'K' | 'T' | 'D' | 'E' | 'Z'

export interface Frame {
  readonly kind: string
  readonly content: Buffer
  /** The frame as it stands in the file. */
  readonly bytes: Buffer
}

const prefixBytes = 5
/** Longer ones are not written: a damaged length must not make the reader ask for memory that is not there. */
const contentMaxBytes = 16 * 1024 * 1024

export function frameOf(kind: FrameKind, content: Buffer | object): Buffer {
  const bytes = Buffer.isBuffer(content) ? content : Buffer.from(JSON.stringify(content))
  const prefix = Buffer.alloc(prefixBytes)
  prefix.write(kind, 'latin1')
  prefix.writeUInt32BE(bytes.length, 1)
  return Buffer.concat([prefix, bytes])
}

/** @throws BackupFailed where the bytes end within a frame. */
export async function* readFrames(source: AsyncIterable<Buffer>): AsyncGenerator<Frame, undefined> {
  let held: Buffer = Buffer.alloc(0)
  for await (const chunk of source) {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk])
    for (let end = endOfFrame(held); end !== undefined && end <= held.length; end = endOfFrame(held)) {
      const bytes = held.subarray(0, end)
      yield { kind: bytes.toString('latin1', 0, 1), content: bytes.subarray(prefixBytes), bytes }
      held = held.subarray(end)
    }
  }
  if (held.length > 0) throw damaged('it ends in the middle')
}

/** Undefined while it is not known. */
function endOfFrame(start: Buffer): number | undefined {
  if (start.length < prefixBytes) return undefined
  const length = start.readUInt32BE(1)
  if (length > contentMaxBytes) throw damaged('a length in it cannot be')
  return prefixBytes + length
}

export function parseContent<Content>(schema: z.ZodType<Content>, { content }: Frame): Content {
  try {
    return schema.parse(JSON.parse(content.toString()))
  } catch {
    throw damaged('a part of it is not what it should be')
  }
}

/** @throws BackupFailed also when a newer Keel made it. */
export function parseHeader(frame: Frame): BackupHeader {
  const { format, keel } = parseContent(z.object({ format: z.string(), keel: z.string() }), frame)
  if (format === backupFormat) return parseContent(headerContent, frame)
  throw new BackupFailed(
    `The backup was made by Keel ${keel} in the format ${format}, which this Keel cannot read. Nothing was changed. ` +
      'Use the Keel that made it, or a newer one.',
  )
}

export function damaged(how: string): BackupFailed {
  return new BackupFailed(
    `The backup is damaged: ${how}. Nothing of it can be relied on. Take another copy of it, or an older backup.`,
  )
}
