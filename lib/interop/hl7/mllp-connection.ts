import 'server-only'

import type { Socket } from 'node:net'
import { logger } from '@/lib/platform/logger'
import { errorKind } from './error-kind'
import { FrameDecoder, framed, LARGEST_MESSAGE_BYTES, type Frame } from './frame-decoder'
import { Place } from './turns'

const log = logger('hl7')

export type ConnectionSetting = {
  /** A peer that says nothing for so long is let go; what it began and did not finish is answered first. */
  idleMilliseconds: number
  /** From its first byte a message has so long to end, however steadily it drips in. */
  messageMilliseconds: number
  /** How many messages that came one behind the other are stored together at the most: a lot. */
  mostTogether: number
  /** How many lots are at work: each is answered after the one before. */
  mostLots: number
}

/** Gives the bytes to send back for each frame, or null. Never rejects. */
export type FrameAnswerer = (
  frames: readonly Frame[],
  came: { peer: string; place: Place },
) => Promise<(Uint8Array | null)[]>

/**
 * One peer. Frames are answered in the order they came, together what came together. A little more than is being stored is
 * read, and no more, so that a fast peer waits in its own sending buffer and not in our memory.
 */
export class MllpConnection {
  private readonly decoder = new FrameDecoder()
  private readonly peer: string
  /** Read, and not yet being answered. */
  private waiting: Frame[] = []
  private lots = 0
  private last: Place | null = null
  /** Answers on their way, in order. */
  private work: Promise<void> = Promise.resolve()
  private isSending = false
  /** Nothing more is read: either side is closing. */
  private isClosing = false
  /** Nothing more is answered than is being stored: this side is stopping. */
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
    socket.on('close', () => this.stopWatching())
  }

  /** Ends the answers that it is about to give, reads nothing more, and closes. The rest the peer sends again. */
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
    try {
      const frames = readFrames()
      if (frames.length > 0) this.stopWatching()
      this.waiting.push(...frames)
      this.goOn()
    } catch (error) {
      this.fail(error)
    }
  }

  /** Begins to answer what there is room for, and reads on while little waits. */
  private goOn(): void {
    if (this.isStopping || this.socket.destroyed) this.waiting = []
    if (this.socket.destroyed) return
    while (this.waiting.length > 0 && this.lots < this.setting.mostLots)
      this.begin(this.waiting.splice(0, this.setting.mostTogether))
    if (this.isClosing) {
      // What still comes is read and thrown away, or the peer's own close would never be seen.
      this.socket.resume()
      if (this.lots === 0) this.socket.end()
    } else if (this.hasEnough()) this.pause()
    else this.readOn()
  }

  private hasEnough(): boolean {
    const { mostTogether } = this.setting
    const bytes = this.waiting.reduce((sum, frame) => sum + frame.bytes.length, 0)
    return this.waiting.length >= mostTogether || bytes >= LARGEST_MESSAGE_BYTES
  }

  private begin(frames: readonly Frame[]): void {
    this.lots += 1
    const place = new Place(this.last)
    this.last = place
    const answers = this.answer(frames, { peer: this.peer, place }).finally(() => place.end())
    this.work = this.work
      .then(async () => this.send(await answers))
      .catch((error: unknown) => this.fail(error))
      .finally(() => {
        this.lots -= 1
        this.goOn()
      })
  }

  private async send(answers: readonly (Uint8Array | null)[]): Promise<void> {
    const bytes = Buffer.concat(answers.flatMap((answer) => (answer ? [framed(answer)] : [])))
    if (bytes.length === 0 || !this.socket.writable || this.socket.write(bytes)) return
    this.isSending = true
    await new Promise<void>((resolve) => {
      this.socket.once('drain', resolve)
      this.socket.once('close', resolve)
    })
    this.isSending = false
  }

  private fail(error: unknown): void {
    log.error({ ...errorKind(error), peer: this.peer }, 'a connection failed and was closed')
    this.socket.destroy()
  }

  private pause(): void {
    this.socket.pause()
    this.stopWatching()
  }

  private readOn(): void {
    if (this.decoder.isMidMessage)
      this.messageTimer ??= setTimeout(() => this.finish(), this.setting.messageMilliseconds)
    if (this.lots === 0) this.socket.setTimeout(this.setting.idleMilliseconds)
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
  }

  /** Storing may take its time. A peer that does not fetch its answers, or stays after it was let go, may not. */
  private onTimeout(): void {
    if (this.isSending || this.isClosing) this.socket.destroy()
    else if (this.lots === 0) this.finish()
  }
}
