import 'server-only'

import type { Socket } from 'node:net'
import { logger } from '@/lib/platform/logger'
import { errorKind } from './error-kind'
import { FrameDecoder, framed, type Frame } from './frame-decoder'

const log = logger('hl7')

export type ConnectionSetting = {
  /** A peer that says nothing for so long is let go; what it began and did not finish is answered first. */
  idleMilliseconds: number
  /** From its first byte a message has so long to end, however steadily it drips in. */
  messageMilliseconds: number
  /** How many messages that came one behind the other are stored together at the most. */
  mostTogether: number
}

/** Gives the bytes to send back for each frame, or null. Never rejects. */
export type FrameAnswerer = (frames: readonly Frame[], peer: string) => Promise<(Uint8Array | null)[]>

/**
 * One peer. Frames are answered in the order they came, together what came together; while they are being stored nothing
 * more is read, so that a fast peer waits in its own sending buffer and not in our memory.
 */
export class MllpConnection {
  private readonly decoder = new FrameDecoder()
  private readonly peer: string
  private work: Promise<void> = Promise.resolve()
  private state: 'reading' | 'answering' | 'sending' = 'reading'
  /** Nothing more is read: either side is closing. */
  private isClosing = false
  /** Nothing more is answered: this side is stopping. */
  private isStopping = false
  private messageTimer: NodeJS.Timeout | undefined

  constructor(
    private readonly socket: Socket,
    private readonly answer: FrameAnswerer,
    private readonly setting: ConnectionSetting,
  ) {
    this.peer = `${socket.remoteAddress}:${socket.remotePort}`
    socket.setNoDelay(true)
    socket.setTimeout(setting.idleMilliseconds)
    socket.on('data', (chunk) => {
      if (!this.isClosing) this.take(() => this.decoder.push(chunk))
    })
    socket.on('end', () => this.finish())
    socket.on('timeout', () => this.onTimeout())
    socket.on('error', ({ code }: NodeJS.ErrnoException) => log.info({ peer: this.peer, code }, 'peer lost'))
    socket.on('close', () => clearTimeout(this.messageTimer))
  }

  /** Ends the answer that it is about to give, reads nothing more, and closes. The rest the peer sends again. */
  async stop(): Promise<void> {
    this.isStopping = true
    this.isClosing = true
    await this.work
    this.socket.end()
  }

  /** Closes at once, whatever is going on. */
  destroy(): void {
    this.socket.destroy()
  }

  private take(readFrames: () => Frame[]): void {
    this.socket.pause()
    this.work = this.work
      .then(() => this.answerAll(readFrames()))
      .catch((error: unknown) => {
        log.error({ ...errorKind(error), peer: this.peer }, 'a connection failed and was closed')
        this.socket.destroy()
      })
      .finally(() => this.readOn())
  }

  private async answerAll(frames: readonly Frame[]): Promise<void> {
    if (frames.length > 0) this.stopWatching()
    const { mostTogether } = this.setting
    for (let from = 0; from < frames.length; from += mostTogether) {
      if (this.isStopping || this.socket.destroyed) return
      this.state = 'answering'
      const answers = await this.answer(frames.slice(from, from + mostTogether), this.peer)
      await this.send(Buffer.concat(answers.flatMap((answer) => (answer ? [framed(answer)] : []))))
    }
  }

  private async send(bytes: Uint8Array): Promise<void> {
    if (bytes.length === 0 || !this.socket.writable || this.socket.write(bytes)) return
    this.state = 'sending'
    await new Promise<void>((resolve) => {
      this.socket.once('drain', resolve)
      this.socket.once('close', resolve)
    })
  }

  /** When closing, what still comes is read and thrown away, or the peer's own close would never be seen. */
  private readOn(): void {
    this.state = 'reading'
    if (this.decoder.isMidMessage && !this.isClosing)
      this.messageTimer ??= setTimeout(() => this.finish(), this.setting.messageMilliseconds)
    this.socket.setTimeout(this.setting.idleMilliseconds)
    this.socket.resume()
  }

  private stopWatching(): void {
    clearTimeout(this.messageTimer)
    this.messageTimer = undefined
  }

  /** The peer sends nothing more, or is not let send more: what it began is answered, then this side closes. */
  private finish(): void {
    if (this.isClosing) return
    this.isClosing = true
    this.take(() => this.decoder.end())
    this.work = this.work.then(() => {
      this.socket.end()
    })
  }

  /** Storing may take its time. A peer that does not fetch its answers, or stays after it was let go, may not. */
  private onTimeout(): void {
    if (this.state === 'sending' || this.isClosing) this.socket.destroy()
    else if (this.state === 'reading') this.finish()
  }
}
