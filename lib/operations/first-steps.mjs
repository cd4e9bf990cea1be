// The first thing every npm script runs, on whatever Node is there: built-ins only, nothing is installed yet.
// Installs what package-lock.json names and is missing, then runs the given TypeScript file on the project's own Node,
// through run-file.ts.
//   node lib/operations/first-steps.mjs FILE [ARGUMENTS]
import { spawn, spawnSync } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import path from 'node:path'

const OLDEST_NODE = [20, 19]
const OLDEST_RUNTIME = 22
const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../..')
const modules = path.join(root, 'node_modules')
const ownBin = path.join(modules, '.bin')

/** @param {string} line */
function fail(line) {
  console.error(line)
  process.exit(1)
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return
  fail(`Alongside needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}.`)
}

/** The packages of a lock file, by place. @param {string} file */
function lockedPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {}
}

/** npm leaves a copy of the lock in node_modules: what it names there is what is installed. */
function isInstalled() {
  const present = lockedPackages(path.join(modules, '.package-lock.json'))
  const wanted = Object.entries(lockedPackages(path.join(root, 'package-lock.json')))
  return wanted.every(([place, entry]) => {
    if (place === '' || entry.link) return true
    const found = present[place]
    return found
      ? found.version === entry.version
      : Boolean(entry.optional || entry.devOptional || entry.peer)
  })
}

/** npm must not run on the Node that it is about to replace. */
function environmentForNpm() {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  const PATH = folders.filter((folder) => path.resolve(folder) !== ownBin).join(path.delimiter)
  return { ...process.env, PATH }
}

/** @param {string[]} flags @param {string} cwd */
function npm(flags, cwd = root) {
  const result = spawnSync('npm', flags, { cwd, env: environmentForNpm(), stdio: ['ignore', 2, 2] })
  if (result.error) fail(`npm could not be run: ${result.error.message}`)
  if (result.status !== 0)
    fail(`Installing the dependencies failed (npm ${flags[0]} ended with ${result.status}).`)
}

/** The Node that the lock file names, as an npm package; else this one, if new enough. */
function runtime() {
  const own = [`node-${process.platform}-${process.arch}`, 'node'].map((name) =>
    path.join(modules, name, 'bin/node'),
  )
  const found = own.find((file) => existsSync(file))
  if (found) return found
  return Number(process.versions.node.split('.')[0]) >= OLDEST_RUNTIME ? process.execPath : undefined
}

function install() {
  console.error('Installing dependencies (only the first time, and when they change) …')
  npm([
    'ci',
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ])
  if (!runtime() && existsSync(path.join(modules, 'node'))) npm(['rebuild', 'node', '--ignore-scripts=false'])
}

/** One installs, the others wait for it: an exclusive file that names its process, stale once that has ended. */
async function underLock(work) {
  const file = path.join(root, '.data/install.lock')
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  while (!takeLock(file)) await new Promise((resolve) => setTimeout(resolve, 200))
  try {
    work()
  } finally {
    rmSync(file, { force: true })
  }
}

/** @param {string} file */
function takeLock(file) {
  try {
    const lock = openSync(file, 'wx', 0o600)
    writeSync(lock, String(process.pid))
    closeSync(lock)
    process.once('exit', () => rmSync(file, { force: true }))
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    clearStaleLock(file)
    return false
  }
}

/** @param {string} file */
function clearStaleLock(file) {
  try {
    const holder = Number(readFileSync(file, 'utf8'))
    if (holder > 0) process.kill(holder, 0)
  } catch (error) {
    if (error.code === 'ESRCH') rmSync(file, { force: true })
  }
}

async function installOnce() {
  if (isInstalled() && runtime()) return
  try {
    await underLock(() => (isInstalled() && runtime() ? undefined : install()))
  } catch (error) {
    fail(`Cannot install into ${root}: ${error.message}`)
  }
  if (!runtime())
    fail(`There is no Node package for this machine; install Node ${OLDEST_RUNTIME} or newer yourself.`)
}

/** @param {string} node @param {string[]} file and its arguments */
function run(node, [file, ...rest]) {
  const flags = ['--import', 'tsx', '--conditions=react-server', '--disable-warning=ExperimentalWarning']
  const child = spawn(
    node,
    [...flags, path.join(root, 'lib/operations/run-file.ts'), path.resolve(root, file), ...rest],
    {
      cwd: root,
      env: { ...process.env, ALONGSIDE_PARENT_PID: String(process.pid), NEXT_TELEMETRY_DISABLED: '1' },
      stdio: 'inherit',
    },
  )
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  stopWithNpm(child)
  child.on('error', (error) => fail(`Node could not be run: ${error.message}`))
  child.on('exit', (code) => process.exit(code ?? 1))
}

/**
 * npm, killed outright, cannot pass the signal on. It runs us through a shell, so we look whether it is still the
 * parent of our parent.
 */
function stopWithNpm(child) {
  if (!process.env.npm_lifecycle_event) return
  const ancestors = () => `${process.ppid} ${parentOf(process.ppid)}`
  const atStart = ancestors()
  setInterval(() => ancestors() === atStart || child.kill('SIGTERM'), 500).unref()
}

/** Where the system shows processes as files; elsewhere it is not known. @param {number} pid */
function parentOf(pid) {
  const file = `/proc/${pid}/stat`
  if (!existsSync(file)) return undefined
  return readFileSync(file, 'utf8').split(') ').at(-1)?.split(' ')[1]
}

refuseOldNode()
await installOnce()
run(runtime(), process.argv.slice(2))
