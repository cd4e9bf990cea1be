/** The package has no types of its own. */
declare module 'linebreak' {
  class LineBreaker {
    constructor(text: string)
    /** Where the next line may begin; null at the end. */
    nextBreak(): { position: number; required: boolean } | null
  }
  export { LineBreaker as default }
}
