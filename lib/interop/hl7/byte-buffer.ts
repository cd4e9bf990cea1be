const FIRST_SIZE = 4 * 1024
/** A message seldom needs more, so what a large one took is given back. */
const KEPT_SIZE = 64 * 1024

/** Bytes that come in pieces, in one array that grows: a peer who sends one byte at a time costs no more than another. */
export class ByteBuffer {
  private bytes = new Uint8Array(FIRST_SIZE)
  private used = 0

  /** @param limit bytes beyond it are not kept */
  constructor(private readonly limit: number) {}

  get length(): number {
    return this.used
  }

  append(more: Uint8Array): void {
    const wanted = Math.min(this.used + more.length, this.limit)
    if (wanted > this.bytes.length) this.grow(wanted)
    this.bytes.set(more.subarray(0, wanted - this.used), this.used)
    this.used = wanted
  }

  /** What is held, until the next change. */
  view(): Uint8Array {
    return this.bytes.subarray(0, this.used)
  }

  clear(): void {
    this.used = 0
    if (this.bytes.length > KEPT_SIZE) this.bytes = new Uint8Array(FIRST_SIZE)
  }

  private grow(wanted: number): void {
    const larger = new Uint8Array(Math.max(wanted, this.bytes.length * 2))
    larger.set(this.view())
    this.bytes = larger
  }
}
