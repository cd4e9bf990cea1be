import { ByteBuffer } from './byte-buffer'

/** MLLP (HL7 v2.5.1 appendix C): VT, the message, FS, CR. */
const START = 0x0b
const END = 0x1c
const CARRIAGE_RETURN = 0x0d
const LINE_FEED = 0x0a
const SPACE = 0x20
const TAB = 0x09

/** 1 MB, the most that one message may have. */
export const LARGEST_MESSAGE_BYTES = 1024 * 1024
/** How much is kept of a message that is larger: enough for its header and to see what it was. */
const KEPT_OF_TOO_LARGE = 64 * 1024

/**
 * What came out of the stream. `message` was framed as it should be. Of `too_large` only the beginning is there, and
 * the rest is thrown away as it comes. `unframed` is a message without a start, `unfinished` one without an end.
 */
export type Frame = { kind: 'message' | 'too_large' | 'unframed' | 'unfinished'; bytes: Uint8Array }

/**
 * Cuts a stream of bytes into frames, wherever its chunks end. The CR after FS may be missing. What stands between
 * frames is passed over, unless it begins with MSH. An empty frame is none.
 */
export class FrameDecoder {
  private place: 'outside' | 'inside' | 'passing_over' = 'outside'
  private readonly held: ByteBuffer
  private readonly limit: number

  constructor(limit: number = LARGEST_MESSAGE_BYTES) {
    this.limit = limit
    this.held = new ByteBuffer(limit + 1)
  }

  /** Whether a message has begun and not ended. */
  get isMidMessage(): boolean {
    return this.held.length > 0 && (this.place === 'inside' || beginsWithHeader(this.held.view()))
  }

  /** The frames that these bytes complete. */
  push(chunk: Uint8Array): Frame[] {
    const frames: Frame[] = []
    let from = 0
    while (from < chunk.length) {
      const mark = nextMark(chunk, from)
      this.hold(chunk.subarray(from, mark), frames)
      if (mark < chunk.length) this.takeMark(chunk[mark] === START, frames)
      from = mark + 1
    }
    return frames
  }

  /** The stream has ended, or waited too long: what is left of a message, if anything. */
  end(): Frame[] {
    const frames: Frame[] = []
    this.release(this.place === 'inside' ? 'unfinished' : 'unframed', frames)
    this.place = 'outside'
    return frames
  }

  private hold(bytes: Uint8Array, frames: Frame[]): void {
    if (this.place === 'passing_over') return
    this.held.append(bytes)
    if (this.held.length <= this.limit) return
    const beginning = this.held.view().slice(0, KEPT_OF_TOO_LARGE)
    if (this.place === 'inside' || beginsWithHeader(beginning))
      frames.push({ kind: 'too_large', bytes: beginning })
    this.held.clear()
    this.place = 'passing_over'
  }

  private takeMark(isStart: boolean, frames: Frame[]): void {
    const ends = this.place === 'inside' && !isStart ? 'message' : null
    this.release(ends ?? (this.place === 'inside' ? 'unfinished' : 'unframed'), frames)
    this.place = isStart ? 'inside' : 'outside'
  }

  private release(kind: Frame['kind'], frames: Frame[]): void {
    const bytes = this.held.view()
    const isWanted = kind === 'unframed' ? beginsWithHeader(bytes) : bytes.some((byte) => !isBlank(byte))
    if (isWanted) frames.push({ kind, bytes: bytes.slice() })
    this.held.clear()
  }
}

function nextMark(chunk: Uint8Array, from: number): number {
  for (let place = from; place < chunk.length; place++) {
    const byte = chunk[place]
    if (byte === START || byte === END) return place
  }
  return chunk.length
}

function isBlank(byte: number | undefined): boolean {
  return byte === CARRIAGE_RETURN || byte === LINE_FEED || byte === SPACE || byte === TAB
}

/** Whether these bytes are a message: MSH after blanks and a byte order mark. */
function beginsWithHeader(bytes: Uint8Array): boolean {
  let place = 0
  while (isBlank(bytes[place])) place++
  if (bytes[place] === 0xef && bytes[place + 1] === 0xbb && bytes[place + 2] === 0xbf) place += 3
  return bytes[place] === 0x4d && bytes[place + 1] === 0x53 && bytes[place + 2] === 0x48
}

/** A message as it goes on the wire. */
export function framed(message: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(message.length + 3)
  bytes[0] = START
  bytes.set(message, 1)
  bytes[message.length + 1] = END
  bytes[message.length + 2] = CARRIAGE_RETURN
  return bytes
}
