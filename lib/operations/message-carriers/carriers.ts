import type { Carrier } from '@/lib/messages/carrier'
import type { Carriers } from '@/lib/messages/deliver-message'
import type { Environment } from '../environment'
import { OperatorError } from '../operator-error'
import { notifyCarrier } from './notify'
import { outboxFolder } from './outbox-folder'
import { smtpCarrier } from './smtp'

const NOTIFY_URL = 'https://api.notifications.service.gov.uk'

const KINDS: Readonly<Record<string, (env: Environment) => Carrier>> = {
  folder: (env) => outboxFolder(needed(env, 'ALONGSIDE_OUTBOX')),
  smtp: (env) =>
    smtpCarrier({ url: needed(env, 'ALONGSIDE_SMTP_URL'), from: needed(env, 'ALONGSIDE_SMTP_FROM') }),
  notify: (env) =>
    notifyCarrier({
      url: env.ALONGSIDE_NOTIFY_URL || NOTIFY_URL,
      key: needed(env, 'ALONGSIDE_NOTIFY_KEY'),
      emailTemplate: needed(env, 'ALONGSIDE_NOTIFY_EMAIL_TEMPLATE'),
      textTemplate: needed(env, 'ALONGSIDE_NOTIFY_TEXT_TEMPLATE'),
    }),
}

/**
 * The carriers that the settings name. `folder` for what is not said: nothing leaves.
 *
 * @throws OperatorError naming a setting that is missing or not known
 */
export function carriersFrom(env: Environment): Carriers {
  return {
    letter: carrierFor('ALONGSIDE_LETTERS', env, ['folder', 'notify']),
    email: carrierFor('ALONGSIDE_EMAILS', env, ['folder', 'smtp', 'notify']),
    text_message: carrierFor('ALONGSIDE_TEXT_MESSAGES', env, ['folder', 'notify']),
  }
}

function carrierFor(setting: string, env: Environment, allowed: readonly string[]): Carrier {
  const wanted = env[setting] || 'folder'
  const make = KINDS[wanted]
  if (!make || !allowed.includes(wanted))
    throw new OperatorError(`${setting} must be ${allowed.join(' or ')}.`)
  return make(env)
}

function needed(env: Environment, setting: string): string {
  const value = env[setting]
  if (!value) throw new OperatorError(`${setting} is missing.`)
  return value
}
