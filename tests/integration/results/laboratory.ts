import { addDays } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import { hl7Message, psa, type MarkerParts } from '@/tests/factories/hl7-messages'
import { MllpClient } from '@/tests/support/mllp-client'

export type Sent = Partial<MarkerParts> & {
  value?: string
  controlId?: string
  family?: string
  given?: string
  bornOn?: string
  segments?: string[]
}

const digits = (date: string) => date.replaceAll('-', '')

/** The PID of the person, as the laboratory knows them. */
export const pidOf = (
  nhsNumber: string,
  { family = 'Smith', given = 'Anne', bornOn = '19610203' }: Sent = {},
) => `PID|1||${nhsNumber}^^^NHS^NH||${family}^${given}||${bornOn}|F`

let sequence = 0

/** A PSA of so many days ago: each call is a message and an order of its own, unless said otherwise. */
export function psaOf(nhsNumber: string, { daysAgo = 0, ...sent }: Sent & { daysAgo?: number } = {}): string {
  const { value = '<0.01', controlId = `LAB-${++sequence}`, segments, ...parts } = sent
  const filler = parts.filler ?? `ORDER-${++sequence}`
  const takenAt = `${digits(addDays(today(), -daysAgo))}0015`
  return hl7Message({
    controlId,
    segments: [pidOf(nhsNumber, sent), ...(segments ?? psa(value, { takenAt, ...parts, filler }))],
  })
}

/** Sends messages in one go over one connection, waiting for no answer. @returns MSA-1 of each answer */
export async function sendTogether(port: number, messages: readonly string[]): Promise<string[]> {
  const client = await MllpClient.connect(port)
  client.send(...messages)
  const answers = await client.answers(messages.length)
  client.leave()
  return answers.map((answer) => answer.slice(0, 2))
}

/** Sends messages one by one, each after the answer to the one before. */
export async function sendWaiting(port: number, messages: readonly string[]): Promise<string[]> {
  const client = await MllpClient.connect(port)
  for (const [place, message] of messages.entries()) {
    client.send(message)
    await client.answered(place + 1)
  }
  const answers = await client.answers(messages.length)
  client.leave()
  return answers.map((answer) => answer.slice(0, 2))
}

type Line = { type?: string; code?: string; unit?: string; status?: string }

/** An OBX of an order with several results. */
export const observation = (
  value: string,
  { type = 'NM', code = 'PSA', unit = 'ug/L', status = 'F' }: Line = {},
) => `OBX||${type}|${code && `${code}^${code}^L`}||${value}|${unit}|||||${status}`
