/**
 * Takes checkpoints out of the house: to an HTTPS address or an S3 bucket, each as an object of its own that is never
 * written again, `<target>/<clinic>/00000042.json`. What matters is that the database's administrator cannot reach it.
 */
import { createHash } from 'node:crypto'
import { type Checkpoint, exportCheckpoint } from '@keel/eventlog'
import { AwsClient } from 'aws4fetch'

/** The process's environment: `KEEL_EXPORT_AUTHORIZATION` for HTTPS, the usual `AWS_*` for S3. */
export type ExportEnvironment = Readonly<Record<string, string | undefined>>

const timeoutMs = 30_000
const numberDigits = 8

/** The target refused or could not be reached. The checkpoint itself is in the record. */
export class ExportFailed extends Error {
  override readonly name = 'ExportFailed'
  constructor(target: string, reason: string) {
    super(
      `The checkpoint could not be written to ${target}: ${reason} It is kept in the record; ` +
        'send it again with keel checkpoint --to.',
    )
  }
}

/**
 * @param target `https://…` or `s3://bucket/prefix`; plain `http://` to this machine only.
 * @throws ExportFailed
 * @throws RangeError when the target is of no such kind, or what it needs is not in the environment.
 */
export async function sendCheckpoint(
  checkpoint: Checkpoint,
  target: string,
  environment: ExportEnvironment,
): Promise<void> {
  const put = putterFor(target, environment)
  const path = `${checkpoint.clinicId}/${String(checkpoint.number).padStart(numberDigits, '0')}.json`
  const response = await put(path, `${exportCheckpoint(checkpoint)}\n`).catch((error: unknown) => {
    throw new ExportFailed(target, `it cannot be reached (${reasonOf(error)}).`)
  })
  if (!response.ok) throw new ExportFailed(target, `it answered ${response.status}.`)
}

type Put = (path: string, body: string) => Promise<Response>

function putterFor(target: string, environment: ExportEnvironment): Put {
  const url = URL.parse(target)
  if (url?.username || url?.password || url?.search || url?.hash) {
    throw new RangeError('The address to export to may have no password, query or fragment in it.')
  }
  if (url?.protocol === 's3:') return putToS3(url, environment)
  if (url && isSafe(url)) return putOverHttp(url, environment.KEEL_EXPORT_AUTHORIZATION)
  throw new RangeError('Checkpoints are exported to https://… or s3://bucket/prefix.')
}

/** Over plain HTTP the authorization could be read on the way. */
function isSafe({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(hostname))
}

/** A redirect is a refusal: the authorization is meant for this address and no other. */
const once = () => ({ method: 'PUT', redirect: 'error', signal: AbortSignal.timeout(timeoutMs) }) as const

function putOverHttp(url: URL, authorization: string | undefined): Put {
  const headers = { 'content-type': 'application/json', ...(authorization && { authorization }) }
  return (path, body) => fetch(`${url.href.replace(/\/$/, '')}/${path}`, { ...once(), headers, body })
}

function putToS3(url: URL, environment: ExportEnvironment): Put {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = environment
  if (!accessKeyId || !secretAccessKey) {
    throw new RangeError('Exporting to S3 needs AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment.')
  }
  const region = environment.AWS_REGION ?? environment.AWS_DEFAULT_REGION ?? 'us-east-1'
  const endpoint = environment.AWS_ENDPOINT_URL_S3 ?? environment.AWS_ENDPOINT_URL
  const base = endpoint
    ? `${endpoint.replace(/\/$/, '')}/${url.hostname}`
    : `https://${url.hostname}.s3.${region}.amazonaws.com`
  if (!isSafe(new URL(base))) throw new RangeError('The S3 endpoint has to begin with https://.')
  const sessionToken = environment.AWS_SESSION_TOKEN
  const client = new AwsClient({
    ...{ accessKeyId, secretAccessKey, service: 's3', region, retries: 2 },
    ...(sessionToken && { sessionToken }),
  })
  const prefix = url.pathname.replace(/^\/|\/$/g, '')
  return (path, body) => {
    // The hash in the signature covers the body too; without it only the address would be signed.
    const digest = createHash('sha256').update(body).digest('hex')
    const headers = { 'content-type': 'application/json', 'x-amz-content-sha256': digest }
    return client.fetch([base, prefix, path].filter(Boolean).join('/'), { ...once(), headers, body })
  }
}

/** Of a failed fetch the cause says what happened; both are without the request. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return cause instanceof Error ? ((cause as NodeJS.ErrnoException).code ?? cause.message) : String(cause)
}
