import { arrangingEnvironment, runningJourneyService, startJourneyService } from './journey-service'

/**
 * Starts the service once for all journeys. JOURNEYS_SERVICE may name a file that tells of one that runs already.
 *
 * @returns what ends it again
 */
export default async function startJourneys(): Promise<() => Promise<void>> {
  const running = process.env.JOURNEYS_SERVICE
  if (running) {
    Object.assign(process.env, arrangingEnvironment(runningJourneyService(running)))
    return async () => undefined
  }
  const service = await startJourneyService()
  Object.assign(process.env, arrangingEnvironment(service))
  return service.stop
}
