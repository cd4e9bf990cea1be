/** What reading a typed or imported value gives: the value, or the one fault to tell the person about. */
export type Parsed<Value, Fault> = { ok: true; value: Value } | { ok: false; fault: Fault }

/** A value that was read. */
export function read<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value }
}

/** A value that could not be read, and why. */
export function refused<Fault>(fault: Fault): { ok: false; fault: Fault } {
  return { ok: false, fault }
}
