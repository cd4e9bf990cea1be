import { once } from 'node:events'
import net from 'node:net'
import { FrameDecoder, framed } from '@/lib/interop/hl7/frame-decoder'

/** A laboratory's side of the wire: sends bytes, and keeps each acknowledgement as its segments. */
export class MllpClient {
  readonly acknowledgements: string[][] = []
  private readonly decoder = new FrameDecoder()
  private readonly whenClosed: Promise<unknown>
  private readonly whenSilent: Promise<unknown>

  private constructor(readonly socket: net.Socket) {
    this.whenClosed = new Promise((resolve) => socket.once('close', resolve))
    this.whenSilent = Promise.race([this.whenClosed, new Promise((resolve) => socket.once('end', resolve))])
    socket.on('error', () => {})
    socket.on('data', (chunk: Buffer) => {
      for (const { bytes } of this.decoder.push(chunk))
        this.acknowledgements.push(Buffer.from(bytes).toString('utf8').split('\r'))
      socket.emit('acknowledged')
    })
  }

  static async connect(port: number): Promise<MllpClient> {
    const socket = net.connect({ port, host: '127.0.0.1', allowHalfOpen: true })
    await once(socket, 'connect')
    return new MllpClient(socket)
  }

  send(...messages: readonly (string | Uint8Array)[]): void {
    const all = messages.map((message) =>
      framed(typeof message === 'string' ? Buffer.from(message) : message),
    )
    this.socket.write(Buffer.concat(all))
  }

  /** The acknowledgements so far, once there are so many. Rejects when the other side closes before. */
  async answered(count: number): Promise<string[][]> {
    while (this.acknowledgements.length < count) {
      const closed = this.whenSilent.then(() => 'closed')
      const what = await Promise.race([once(this.socket, 'acknowledged'), closed])
      if (what === 'closed' && this.acknowledgements.length < count)
        throw new Error(`closed after ${this.acknowledgements.length} of ${count} answers`)
    }
    return this.acknowledgements
  }

  /** MSA-1 and MSA-2 of each, once there are so many. */
  async answers(count: number): Promise<string[]> {
    const acknowledgements = await this.answered(count)
    return acknowledgements.map((segments) => {
      const [, code = '', controlId = ''] = segments.find((one) => one.startsWith('MSA'))?.split('|') ?? []
      return `${code} ${controlId}`.trim()
    })
  }

  /** Says that nothing more will come, and still listens. */
  sayNothingMore(): void {
    this.socket.end()
  }

  /** When the other side has closed. */
  async closed(): Promise<void> {
    this.socket.once('end', () => this.socket.end())
    if (this.socket.readableEnded) this.socket.end()
    await this.whenClosed
  }

  leave(): void {
    this.socket.destroy()
  }
}
