/** A message of others, what it must tell, and one of ours that is like it. */
export type SampleCase = {
  sample: string
  /** Lines that the sample tells; the first of all is the answer. */
  says: readonly string[]
  ours: Uint8Array
  /** All the lines that ours tells. */
  oursSay: readonly string[]
}
