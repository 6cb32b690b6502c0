import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { type Checkpoint, exportCheckpoint } from '@keel/eventlog'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ExportFailed, sendCheckpoint } from './export-checkpoint.ts'

interface Seen {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

const hash = 'ab'.repeat(32)
const checkpoint: Checkpoint = {
  ...{ format: 'keel-checkpoint-1', clinicId: '0b7a5e9e-6a43-4d0e-9a43-000000000001', number: 42, position: 12 },
  ...{ madeAt: '2026-11-22T19:00:00.000Z', streams: 3, events: hash, heads: hash, previous: hash, keyId: hash },
  signature: `${'A'.repeat(86)}==`,
}
const line = `${exportCheckpoint(checkpoint)}\n`
const objectPath = '0b7a5e9e-6a43-4d0e-9a43-000000000001/00000042.json'

let server: Server
let url: string
let seen: Seen[]
let status: number

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const { method = '', url: path = '', headers } = request
    seen.push({ method, path, headers, body: await text(request) })
    response.writeHead(status, { location: 'http://127.0.0.1:1/' }).end()
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => new Promise((closed) => server.close(closed)))

beforeEach(() => {
  seen = []
  status = 200
})

describe('over HTTPS', () => {
  test('each checkpoint is put to an address of its own, with the authorization of the environment', async () => {
    await sendCheckpoint(checkpoint, `${url}/kept/`, { KEEL_EXPORT_AUTHORIZATION: 'Bearer abc' })
    await sendCheckpoint(checkpoint, `${url}/kept`, {})
    expect(seen.map(({ method, path, body }) => ({ method, path, body }))).toEqual(
      Array(2).fill({ method: 'PUT', path: `/kept/${objectPath}`, body: line }),
    )
    expect(seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer abc', undefined])
  })

  test.each([
    [403, 'it answered 403.'],
    [500, 'it answered 500.'],
    [302, 'it cannot be reached'],
  ])('an answer of %i is a failure that says what was kept, and sends nothing elsewhere', async (answer, words) => {
    status = answer
    const failure = sendCheckpoint(checkpoint, url, { KEEL_EXPORT_AUTHORIZATION: 'Bearer abc' })
    await expect(failure).rejects.toThrow(words)
    await expect(failure).rejects.toThrow('It is kept in the record')
    await expect(failure).rejects.not.toThrow('Bearer')
  })

  test('a target that is away is a failure', async () => {
    await expect(sendCheckpoint(checkpoint, 'http://127.0.0.1:1', {})).rejects.toBeInstanceOf(ExportFailed)
  })

  test.each([
    'http://example.org/',
    'ftp://example.org/',
    'nowhere',
    'https://me:secret@example.org/',
    'https://example.org/?a=1',
  ])('%s is no target', async (target) => {
    await expect(sendCheckpoint(checkpoint, target, {})).rejects.toBeInstanceOf(RangeError)
  })
})

describe('to S3', () => {
  const environment = () => ({
    AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'secret/of+tests',
    AWS_REGION: 'eu-central-1',
    AWS_ENDPOINT_URL_S3: url,
  })

  test('the object is put into the bucket under its prefix, signed over the body', async () => {
    await sendCheckpoint(checkpoint, 's3://clinic-proofs/keel/main/', { ...environment(), AWS_SESSION_TOKEN: 'token' })
    const [request] = seen as [Seen]
    expect(request).toMatchObject({ method: 'PUT', path: `/clinic-proofs/keel/main/${objectPath}`, body: line })
    expect(request.headers['x-amz-content-sha256']).toBe(sha256(line))
    expect(request.headers['x-amz-security-token']).toBe('token')
    expect(request.headers.authorization).toBe(authorizationOf(request, environment()))
  })

  test('without a prefix it lies in the bucket itself', async () => {
    await sendCheckpoint(checkpoint, 's3://clinic-proofs', environment())
    expect(seen[0]?.path).toBe(`/clinic-proofs/${objectPath}`)
  })

  test('what is missing in the environment, or an endpoint in the clear, is said', async () => {
    await expect(sendCheckpoint(checkpoint, 's3://b', {})).rejects.toThrow('AWS_ACCESS_KEY_ID')
    const clear = { ...environment(), AWS_ENDPOINT_URL_S3: 'http://example.org' }
    await expect(sendCheckpoint(checkpoint, 's3://b', clear)).rejects.toThrow('https://')
  })

  test('a refusal is a failure', async () => {
    status = 403
    await expect(sendCheckpoint(checkpoint, 's3://b', environment())).rejects.toThrow('it answered 403.')
  })
})

const sha256 = (data: string) => createHash('sha256').update(data).digest('hex')

/** Signature version 4 by its description: what the header should be for a request as it arrived. */
function authorizationOf({ method, path, headers }: Seen, keys: Readonly<Record<string, string>>): string {
  const [, signedNames = ''] = /SignedHeaders=([^,]+)/.exec(headers.authorization ?? '') ?? []
  // The least that has to be signed: where it goes, when, and what.
  expect(signedNames.split(';')).toEqual(expect.arrayContaining(['host', 'x-amz-date', 'x-amz-content-sha256']))
  const time = String(headers['x-amz-date'])
  const day = time.slice(0, 8)
  const scope = `${day}/${keys.AWS_REGION}/s3/aws4_request`
  const lines = signedNames.split(';').map((name) => `${name}:${String(headers[name]).trim()}\n`)
  const canonical = [method, path, '', lines.join(''), signedNames, headers['x-amz-content-sha256']].join('\n')
  const toSign = ['AWS4-HMAC-SHA256', time, scope, sha256(canonical)].join('\n')
  const key = [day, keys.AWS_REGION, 's3', 'aws4_request'].reduce<string | Buffer>(
    (secret, part) => createHmac('sha256', secret).update(String(part)).digest(),
    `AWS4${keys.AWS_SECRET_ACCESS_KEY}`,
  )
  const signature = createHmac('sha256', key).update(toSign).digest('hex')
  return `AWS4-HMAC-SHA256 Credential=${keys.AWS_ACCESS_KEY_ID}/${scope}, SignedHeaders=${signedNames}, Signature=${signature}`
}
