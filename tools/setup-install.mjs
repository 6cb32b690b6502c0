import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'

const lookAgainMs = 500
const heartbeatMs = 2_000
const staleMs = 30_000
const lineEveryMs = 10_000
const keptLines = 1_000
const shownLines = 12

/** What happened and what to do next, in words for people. */
export class SetupError extends Error {}

/**
 * Installs the packages of package-lock.json unless exactly those are installed already. Two starts at once install once.
 * Throws a SetupError.
 * @param {string} root the folder of package-lock.json
 */
export async function ensureInstalled(root) {
  const wanted = fingerprint(root)
  let told = false
  while (!isInstalled(root, wanted)) {
    const lock = takeLock(root)
    if (lock.taken) {
      try {
        // The one before us may have installed between the look and the lock.
        if (!isInstalled(root, wanted)) await install(root, wanted)
      } finally {
        lock.release()
      }
      return
    }
    if (!told) say(`Another start (process ${lock.pid}) is installing the packages; waiting for it ...`)
    told = true
    await new Promise((done) => setTimeout(done, lookAgainMs))
  }
}

function fingerprint(root) {
  const sha256 = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  return JSON.stringify({ sha256, platform: process.platform, arch: process.arch })
}

function markerOf(root) {
  return join(root, 'node_modules', '.keel-installed.json')
}

function isInstalled(root, wanted) {
  try {
    return readFileSync(markerOf(root), 'utf8') === wanted
  } catch {
    return false
  }
}

/** The lock lies outside node_modules, which an installation removes. Its holder touches it, so that a dead one's shows. */
function takeLock(root) {
  const file = join(root, '.keel', 'install.lock')
  mkdirSync(join(root, '.keel'), { recursive: true })
  const mine = JSON.stringify({ pid: process.pid, at: process.hrtime.bigint().toString() })
  try {
    writeFileSync(file, mine, { flag: 'wx' })
  } catch (error) {
    if (error.code !== 'EEXIST') throw new SetupError(`Nothing can be written in ${root}: ${error.message}`)
    return { taken: false, pid: setAsideIfStale(file) }
  }
  const heartbeat = setInterval(() => utimesSync(file, new Date(), new Date()), heartbeatMs)
  const release = () => {
    clearInterval(heartbeat)
    rmSync(file, { force: true })
  }
  return { taken: true, release }
}

/** Returns the holder's process number. A lock whose holder is gone is moved away; the next look can take it. */
function setAsideIfStale(file) {
  try {
    const content = readFileSync(file, 'utf8')
    const pid = content === '' ? undefined : JSON.parse(content).pid
    const silentMs = Date.now() - statSync(file).mtimeMs
    if (silentMs < staleMs && (pid === undefined || isAlive(pid))) return pid
    const aside = `${file}.${process.pid}`
    renameSync(file, aside)
    // Should another start have taken the lock in this very moment, it gets it back.
    if (readFileSync(aside, 'utf8') === content) rmSync(aside)
    else renameSync(aside, file)
    return pid
  } catch {
    // The lock went away or changed hands while we looked.
    return undefined
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

async function install(root, wanted) {
  const { command, args, options } = npmCommand(root)
  // What an installation that was cut short has left is not trusted; what a whole one has left is only brought up to date.
  if (existsSync(markerOf(root))) rmSync(markerOf(root))
  else rmSync(join(root, 'node_modules'), { recursive: true, force: true })
  const progress = showProgress('Installing the packages (once for each version of Keel)')
  const lines = []
  // Not `npm ci`: it refuses a lock without those packages of other platforms that the registry did not have when the
  // lock was made. What the lock names is installed as it is named, by either command.
  const npm = spawn(command, [...args, 'install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund'], {
    ...options,
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  for (const stream of [npm.stdout, npm.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      lines.push(...text.split('\n').filter((line) => !/^(npm (error|warn|ERR!|WARN))?\s*$/.test(line)))
      lines.splice(0, Math.max(0, lines.length - keptLines))
    })
  }
  // npm is in our group and hears Ctrl-C itself; other signals are handed on, and we end when it has.
  const forward = (signal) => npm.kill(signal)
  const hear = () => {}
  process.on('SIGTERM', forward).on('SIGINT', hear)
  const ended = await new Promise((done) => {
    npm.on('error', (error) => done({ problem: error.message }))
    npm.on('close', (code, signal) => done({ code, signal }))
  })
  process.off('SIGTERM', forward).off('SIGINT', hear)
  progress.end()
  if (ended.code !== 0) throw new SetupError(explain(ended, lines, root))
  // A project without packages has no such folder.
  mkdirSync(join(root, 'node_modules'), { recursive: true })
  writeFileSync(markerOf(root), wanted)
  say(`The packages are installed (${progress.seconds()} s).`)
}

/**
 * npm with a Node from outside node_modules: the installation removes the one inside, which could not even be removed on
 * Windows while it runs.
 */
function npmCommand(root) {
  const inside = resolve(root, 'node_modules')
  const env = { ...process.env }
  const pathKey = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH'
  env[pathKey] = (env[pathKey] ?? '')
    .split(delimiter)
    .filter((folder) => !resolve(folder).startsWith(inside))
    .join(delimiter)
  const { npm_execpath: script, npm_node_execpath: node } = process.env
  if (script?.endsWith('npm-cli.js') && node && existsSync(node) && !resolve(node).startsWith(inside)) {
    return { command: node, args: [script], options: { env } }
  }
  const windows = process.platform === 'win32'
  return { command: windows ? 'npm.cmd' : 'npm', args: [], options: { env, shell: windows } }
}

/** On a terminal one line that counts the seconds; elsewhere, as in a log, a line now and then. */
function showProgress(what) {
  const startedMs = Date.now()
  const seconds = () => Math.round((Date.now() - startedMs) / 1000)
  const terminal = process.stderr.isTTY
  say(`${what} ...`)
  const tick = () =>
    terminal ? process.stderr.write(`\r  ${seconds()} s `) : say(`  still installing, ${seconds()} s`)
  const timer = setInterval(tick, terminal ? 1000 : lineEveryMs)
  const end = () => {
    clearInterval(timer)
    if (terminal) process.stderr.write('\r          \r')
  }
  return { seconds, end }
}

/** Progress goes to standard error: standard output belongs to the program that is started. */
function say(text) {
  process.stderr.write(`${text}\n`)
}

const advice = [
  [/ENOSPC/, 'The disk is full. Free about 2 GB and start again.'],
  [/EACCES|EPERM|EROFS/, 'This user may not write in the folder. Give the folder to this user and start again.'],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET/,
    'The package registry cannot be reached. Check the network, and the proxy if there is one, and start again.',
  ],
  [
    /ETARGET|E404/,
    'The registry lacks a package that package-lock.json names. Try again later, or use another registry.',
  ],
  [/EINTEGRITY/, 'A package arrived damaged. Run: npm cache clean --force; then start again.'],
]

function explain({ problem, code, signal }, lines, root) {
  if (problem) return `npm could not be started (${problem}). Install Node.js with npm, and start again.`
  if (signal || code === 130 || code === 143)
    return 'The installation was stopped before its end. Start again to repeat it.'
  const said = lines.join('\n')
  const todo = advice.find(([pattern]) => pattern.test(said))?.[1] ?? 'See what npm said above, and start again.'
  return `${shorten(lines)}\n\nThe packages could not be installed in ${root} (npm ended with ${code}). ${todo}`
}

/** npm says what is wrong first or last; between may lie its whole list of options. */
function shorten(all) {
  const errors = all.filter((line) => /^npm (error|ERR!)/.test(line))
  const lines = errors.length > 0 ? errors : all
  if (lines.length <= 2 * shownLines) return lines.join('\n')
  return [...lines.slice(0, shownLines), '  ...', ...lines.slice(-shownLines)].join('\n')
}
