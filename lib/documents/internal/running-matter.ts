import 'server-only'
import type { LetterDocument } from '../document'
import type { Faces } from './faces'
import { colours, LINE_HEIGHT, type Pen } from './pen'
import { layLines, type Line } from './text-lines'

/** The identifiers at the head of every page and its number at the foot. Never shortened: a long name takes more lines. */
export class RunningMatter {
  readonly headHeight: number
  readonly #identifiers: readonly [Line[], Line[]]

  constructor(
    readonly pen: Pen,
    readonly faces: Faces,
    readonly page: { x: number; width: number; top: number; footTop: number; size: number },
    document: LetterDocument,
  ) {
    const [first, second] = document.identifiers
    this.#identifiers = [
      layLines(faces.piecesOf([{ strong: first }]), (page.width * 0.6 - page.size) / page.size),
      layLines(faces.piecesOf([{ strong: second }]), (page.width * 0.4) / page.size),
    ]
    const count = Math.max(...this.#identifiers.map((lines) => lines.length))
    this.headHeight = count * page.size * LINE_HEIGHT + page.size * 1.6
  }

  /** On the page that is open. */
  draw(number: number, count: number) {
    const { x, width, top, footTop, size } = this.page
    const ink = { size, colour: colours.text }
    const rule = top + this.headHeight - size * 1.4
    this.pen.beside(() => {
      this.#identifiers.forEach((lines, column) =>
        lines.forEach((line, index) =>
          this.pen.line(line, x + column * width * 0.6, top + index * size * LINE_HEIGHT, ink),
        ),
      )
      this.pen.rectangle({ x, top: rule, width, height: 0.5 }, colours.rule)
      const [foot = []] = layLines(this.faces.piecesOf(`Page ${number} of ${count}`), width / size)
      this.pen.line(foot, x, footTop, { size, colour: colours.quiet })
    }, 'Pagination')
  }
}
