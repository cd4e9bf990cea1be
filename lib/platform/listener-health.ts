import 'server-only'
import { connect } from 'node:net'
import { listenerAddress } from './env'

const PATIENCE_MS = 500

export type ListenerState = 'not set up' | 'listening' | 'not listening'

/** Whether somebody who wants to send messages is answered the door. Its silence does not stop the pages. */
export async function listenerState(): Promise<ListenerState> {
  const address = listenerAddress()
  if (!address) return 'not set up'
  return new Promise((resolve) => {
    const socket = connect(address)
    const end = (state: ListenerState) => {
      socket.destroy()
      resolve(state)
    }
    socket.setTimeout(PATIENCE_MS, () => end('not listening'))
    socket.once('connect', () => end('listening'))
    socket.once('error', () => end('not listening'))
  })
}
