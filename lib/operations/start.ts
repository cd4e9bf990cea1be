import path from 'node:path'
import { buildIfNeeded } from './build'
import type { ConnectionUrls } from './database/connection-urls'
import { dataFolder, dataHome } from './database/data-home'
import { migrate } from './database/migrate'
import { openProjectDatabase } from './database/project-database'
import { keptSecrets, type Secrets } from './database/secrets'
import { installWorkerSchema } from './database/worker-schema'
import { announce } from './announce'
import { OperatorError } from './operator-error'
import { runCommand } from './run-command'
import { takeRunningLock } from './running-lock'
import {
  listenerEnvironment,
  loaderEnvironment,
  startSettings,
  webEnvironment,
  workerEnvironment,
  type StartSettings,
} from './start-settings'
import { originOf, startListener, startLoader, startWeb, startWorker } from './serve'
import { supervise, type Keep } from './supervise'
import { refuseTakenPort, waitUntilHealthy } from './wait-until-healthy'

const HELP = `
npm start                 installs what is missing, opens the database, migrates it, builds the pages and serves
npm run dev               the same, for working on the code: pages are rebuilt as files change

Settings, by environment variable:
  PORT                    where to serve (3000)
  ALONGSIDE_HOST          the address to listen on (127.0.0.1)
  ALONGSIDE_MODE          demo (fictitious people, no second factor) or live
  ALONGSIDE_DATA          where the embedded database and its secrets are kept (.data)
  ALONGSIDE_WAL_ARCHIVE   a folder for the write-ahead log, for restoring to a point in time
  ALONGSIDE_MLLP_PORT     a port on which HL7 messages with results are taken in; without it, none is
  ALONGSIDE_MLLP_HOST     the address of that port (127.0.0.1)
  ALONGSIDE_MLLP_ORGANISATION  the ODS code of the organisation whose results they are
  DATABASE_URL            a Postgres database to use instead of the embedded one
Live mode needs DATABASE_URL, ALONGSIDE_ORIGIN, ALONGSIDE_SESSION_KEY and ALONGSIDE_TOTP_KEY.
`

type Run = {
  readonly settings: StartSettings
  readonly keep: Keep
  readonly secrets: Secrets
  readonly logs: string
}

await runCommand({
  help: HELP,
  options: { dev: { type: 'boolean' } },
  run: async ({ options }) => {
    const settings = startSettings(process.env, options.dev === true)
    const home = dataFolder()
    const letGo = await takeRunningLock(dataHome(home).home)
    try {
      const logs = path.join(home, 'logs')
      await supervise((keep) => start({ settings, keep, secrets: keptSecrets(home), logs }))
    } finally {
      letGo()
    }
  },
})

// All that was started has been stopped; idle timers of libraries shall not delay the end.
process.exit()

async function start(run: Run): Promise<void> {
  await refuseTakenPort(run.settings.port)
  const urls = await prepareDatabase(run)
  if (!run.settings.dev) {
    await buildIfNeeded(path.join(run.logs, 'build.log'), (build) => {
      console.log('Building the pages (a minute or so; only after a change) …')
      run.keep.forNow(build)
    })
  }
  await serve(run, urls)
  announce(run.settings)
  await run.keep.interrupted
}

async function prepareDatabase(run: Run): Promise<ConnectionUrls> {
  const { urls, server } = await openProjectDatabase()
  if (server) run.keep.running({ name: 'The database', exited: server.exited, stop: server.stop })
  const applied = await migrate(urls.owner)
  if (applied.length > 0) console.log(`Migrated the database (${applied.length} steps).`)
  await installWorkerSchema(urls.worker)
  await loadData(run, urls)
  return urls
}

async function loadData({ settings, keep, secrets }: Run, urls: ConnectionUrls): Promise<void> {
  const loader = startLoader(loaderEnvironment(settings, urls, secrets))
  keep.forNow(loader)
  if ((await loader.exited) !== 0)
    throw new OperatorError('Reference or demo data could not be loaded (see above).')
}

/** One web server, one worker and, where it is set up, one listener; resolves when requests are answered. */
async function serve({ settings, keep, secrets, logs }: Run, urls: ConnectionUrls): Promise<void> {
  const toTerminal = settings.dev || settings.mode === 'live'
  const logFile = (name: string) => (toTerminal ? undefined : path.join(logs, `${name}.log`))
  const web = startWeb(settings, webEnvironment(settings, urls, secrets), logFile('web'))
  keep.running(web)
  keep.running(startWorker(workerEnvironment(settings, urls), logFile('worker')))
  if (settings.listens) keep.running(startListener(listenerEnvironment(settings, urls), logFile('listener')))
  await waitUntilHealthy(originOf(settings), web.hasExited)
}
