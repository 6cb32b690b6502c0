import { execFile } from 'node:child_process'
import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { chromium } from 'playwright-core'

export type Browser = {
  executablePath: string
  /** What to start it with; enough also for root and for a machine without network. */
  args: string[]
}

/** Finds a Chromium for the tests: the one named, one that is installed, or the one that npm has brought. */
export async function findBrowser(): Promise<Browser> {
  return { executablePath: namedBrowser() ?? installedBrowser() ?? (await packagedBrowser()), args: browserArgs() }
}

function browserArgs(): string[] {
  const args = [
    '--disable-gpu',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ]
  // Chromium refuses to start its sandbox as root.
  return process.getuid?.() === 0 ? ['--no-sandbox', ...args] : args
}

function namedBrowser(): string | undefined {
  const path = process.env.CHROMIUM_PATH
  if (!path) return undefined
  if (canRun(path)) return path
  throw new Error(`CHROMIUM_PATH names ${path}, which is not a program that can be run. Correct it or unset it.`)
}

function installedBrowser(): string | undefined {
  const windowsFolders = [process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.LOCALAPPDATA]
  const places: Partial<Record<NodeJS.Platform, string[]>> = {
    linux: [
      '/opt/google/chrome/chrome',
      '/opt/microsoft/msedge/msedge',
      '/usr/bin/chromium',
      '/usr/bin/chromium-browser',
      '/usr/bin/google-chrome',
    ],
    darwin: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ],
    win32: ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].flatMap((program) =>
      windowsFolders.filter((folder) => folder !== undefined).map((folder) => join(folder, program)),
    ),
  }
  return [...(places[process.platform] ?? []), chromium.executablePath()].find(canRun)
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return lstatSync(path).isFile() || lstatSync(path).isSymbolicLink()
  } catch {
    return false
  }
}

/** Unpacks the Chromium of `@sparticuz/chromium`, with the libraries and the font it brings, once for each version. */
async function packagedBrowser(): Promise<string> {
  const packageFolder = findPackage()
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string }
  const folder = join(tmpdir(), `keel-chromium-${version}-${process.getuid?.()}`)
  const program = join(folder, 'run-chromium')
  if (!existsSync(folder)) await unpack(packageFolder, folder)
  if (lstatSync(folder).uid !== process.getuid?.()) {
    throw new Error(`${folder} belongs to another user, so the browser in it is not trusted. Remove that folder.`)
  }
  return program
}

function findPackage(): string {
  const supported = process.platform === 'linux' && process.arch === 'x64'
  try {
    if (supported) return dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')))
  } catch {
    // Not installed is told below, as on the platforms for which there is no such package.
  }
  throw new Error(
    'No browser for the tests was found. Run: node_modules/.bin/playwright-core install --with-deps chromium ' +
      '(or set CHROMIUM_PATH to a Chrome, Edge or Chromium you have).',
  )
}

/**
 * The package can unpack only into the temporary folder of its process, under fixed names, so it does so in a process with
 * a temporary folder of its own, which is moved into place when it is complete.
 */
async function unpack(packageFolder: string, folder: string): Promise<void> {
  const staging = mkdtempSync(`${folder}-`)
  const archives = ['chromium.br', 'al2023.tar.br', 'fonts.tar.br'].map((name) => join(packageFolder, 'bin', name))
  const script =
    "import { inflate } from '@sparticuz/chromium'; await Promise.all(JSON.parse(process.argv[1]).map((file) => inflate(file)))"
  try {
    await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script, JSON.stringify(archives)], {
      cwd: import.meta.dirname,
      env: { ...process.env, TMPDIR: staging },
    })
    writeFileSync(join(staging, 'fonts', 'fonts.conf'), fontSettings(folder))
    writeFileSync(join(staging, 'run-chromium'), runScript(folder), { mode: 0o700 })
    renameSync(staging, folder)
  } catch (error) {
    rmSync(staging, { recursive: true, force: true })
    // Another test run was quicker; what it unpacked is the same.
    if (existsSync(folder)) return
    throw new Error(`The browser for the tests could not be unpacked to ${folder}: ${(error as Error).message}`)
  }
}

/** Own libraries first, because a bare Linux has no NSS; a machine's own fonts first, because they cover more scripts. */
function runScript(folder: string): string {
  return `#!/bin/sh
export LD_LIBRARY_PATH='${folder}/al2023/lib'
[ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_FILE='${folder}/fonts/fonts.conf'
exec '${folder}/chromium' "$@"
`
}

function fontSettings(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}/fonts/fonts</dir><cachedir>${folder}/fonts/cache</cachedir></fontconfig>
`
}
