/** How long what was read ahead keeps its locks while it waits: others may wait for them whom those before it wait for. */
const PATIENCE_MS = 3000

/** What a handler is told of the lots before and behind its own on the same connection. */
export type Turn = {
  /**
   * Says that all that these messages change is locked, so that what came behind may be read meanwhile. Not called where that
   * is not known: what is behind begins after the commit then.
   */
  letNextRead: () => void
  /**
   * Resolves when all that came before is stored and answered: only then may anything be written that those before may wait
   * for. May be called again by an attempt that is made again.
   *
   * @throws GivenWay, to be rolled back for: those before were not stored as they were when they were locked, or take too long
   */
  come: () => Promise<void>
}

/** Read ahead in vain: all is done again in its turn. */
export class GivenWay extends Error {
  constructor() {
    super('gave way to what came before')
    this.name = 'GivenWay'
  }
}

/** For what comes alone. */
export const AT_ONCE: Turn = { letNextRead: () => undefined, come: () => Promise.resolve() }

/** The place of messages that are stored together among those of their connection. */
export class Place {
  private readonly nextMayRead = Promise.withResolvers<void>()
  private readonly answered = Promise.withResolvers<void>()
  private readonly overturned = Promise.withResolvers<void>()
  private isAnswered = false
  /** What was read behind this may not be what is there. */
  private isOverturned = false

  /** @param before null for the first */
  constructor(
    private before: Place | null,
    private readonly patience: number = PATIENCE_MS,
  ) {}

  /** Resolves when all before have been answered. */
  async come(): Promise<void> {
    await this.before?.answered.promise
  }

  /** To be called when these have been answered, whatever the answers are. */
  end(): void {
    this.isAnswered = true
    this.nextMayRead.resolve()
    this.answered.resolve()
    // Or each would hold on to all that ever came before it.
    this.before = null
  }

  /**
   * Attempts it as soon as the one before lets it read. Where that was in vain, for whatever reason, it is attempted once more
   * when all before have been answered.
   *
   * @param attempt stores all or nothing
   */
  async store<Result extends object>(attempt: (turn: Turn) => Promise<Result>): Promise<Result> {
    try {
      return (await this.ahead(attempt)) ?? (await this.inTurn(attempt))
    } catch (error) {
      this.overturn()
      throw error
    }
  }

  /** @returns null where nothing came of it before it was its turn */
  private async ahead<Result>(attempt: (turn: Turn) => Promise<Result>): Promise<Result | null> {
    const { before } = this
    await before?.nextMayRead.promise
    if (!before || before.isAnswered || before.isOverturned) return null
    let hasCome = false
    const come = async () => {
      await before.standing(this.patience)
      hasCome = true
    }
    try {
      return await attempt({ letNextRead: this.letNextRead, come })
    } catch (error) {
      if (hasCome) throw error
      this.overturn()
      return null
    }
  }

  private async inTurn<Result>(attempt: (turn: Turn) => Promise<Result>): Promise<Result> {
    await this.come()
    return attempt({ ...AT_ONCE, letNextRead: this.letNextRead })
  }

  private readonly letNextRead = (): void => this.nextMayRead.resolve()

  private overturn(): void {
    this.isOverturned = true
    this.overturned.resolve()
  }

  /** @throws GivenWay unless this is answered in time, and stored as it was when it let the next read */
  private async standing(patience: number): Promise<void> {
    const late = Promise.withResolvers<void>()
    const timer = setTimeout(() => late.resolve(), patience)
    await Promise.race([this.answered.promise, this.overturned.promise, late.promise])
    clearTimeout(timer)
    if (this.isOverturned || !this.isAnswered) throw new GivenWay()
  }
}
