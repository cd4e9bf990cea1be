import type { FieldError } from './form-state'

/** Not there, or not yours: the two look the same to whoever asks. */
export class NotFound extends Error {
  override name = 'NotFound'
}

/** Refused by the access rules. `reason` is a stable code of `lib/access/policy.ts`. */
export class NotAllowed extends Error {
  override name = 'NotAllowed'
  constructor(
    readonly reason: string,
    readonly patientId: string | null = null,
  ) {
    super(reason)
  }
}

/** One value that two people changed. `theirs` is what is stored now, `yours` what was about to be saved. */
export type StaleDifference = { label: string; theirs: string; yours: string }

/** Somebody else saved first. Nothing was changed. */
export class Stale extends Error {
  override name = 'Stale'
  constructor(
    readonly changedBy: string,
    readonly changedAt: Date,
    readonly differences: StaleDifference[] = [],
    readonly currentVersion: number | null = null,
  ) {
    super('changed by somebody else meanwhile')
  }
}

/** What was asked breaks a rule of care or of data. `errors` say so in words for the person, at the fields they concern. */
export class RuleBroken extends Error {
  override name = 'RuleBroken'
  readonly errors: FieldError[]
  constructor(errors: FieldError[] | string) {
    const list = typeof errors === 'string' ? [{ field: '', message: errors }] : errors
    super(list.map((error) => error.message).join('; '))
    this.errors = list
  }
}
