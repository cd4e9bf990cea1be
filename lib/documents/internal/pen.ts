import 'server-only'
import type { Line } from './text-lines'

/** A place in the tree of tags that readers aloud follow. */
export type Tag = { type: string; element: PDFKit.PDFStructureElement }

type TagOptions = { scope?: 'Column' | 'Row'; numbering?: 'Decimal' | 'Disc' }
type Rectangle = { x: number; top: number; width: number; height: number }
type Ink = { size: number; colour: string }
type Bookmark = { level: number; outline: PDFKit.PDFOutline }

const NOT_MEASURED = { textWidth: 0, wordCount: 0 }

/** Where the letters stand in a line of text, in ems from its top. */
const BASELINE = 1.09
export const LINE_HEIGHT = 1.4

export const colours = {
  text: '#212b32',
  quiet: '#4c6272',
  rule: '#aeb7bd',
  note: '#005eb8',
  warning: '#ffb81c',
} as const

/**
 * Draws on the open page. All that is drawn is either content, under a tag, or beside it: what a reader aloud leaves
 * out, such as rules and the heads and feet of pages.
 */
export class Pen {
  #open: Tag | null = null
  readonly #bookmarks: Bookmark[] = []

  constructor(readonly pdf: PDFKit.PDFDocument) {}

  /** A tag below another, after those it has already. */
  tag(type: string, parent: Tag | null, { scope, numbering }: TagOptions = {}): Tag {
    const options: PDFKit.Mixins.StructureElementOptions & { scope?: string } = { scope }
    const element = this.pdf.struct(type, options)
    if (numbering) attributesOf(element).A = { O: 'List', ListNumbering: numbering }
    if (parent) parent.element.add(element)
    else this.pdf.addStructure(element)
    return { type, element }
  }

  /** Draws under a tag. Drawing goes on in the same stretch of content until another tag or page. */
  within(tag: Tag, draw: () => void) {
    if (this.#open?.element !== tag.element) {
      this.lift()
      tag.element.add(this.pdf.markStructureContent(tag.type))
      this.#open = tag
    }
    draw()
  }

  beside(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout') {
    this.lift()
    this.pdf.markContent('Artifact', { type })
    draw()
    this.pdf.endMarkedContent()
  }

  /** Ends the stretch of content, as before a new page. */
  lift() {
    if (this.#open) this.pdf.endMarkedContent()
    this.#open = null
  }

  line(line: Line, x: number, top: number, { size, colour }: Ink) {
    this.pdf.fillColor(colour).fontSize(size)
    for (const { text, face, direction, x: ems } of line) {
      // pdfkit takes whatever can lay out text for a font; its types know files only.
      this.pdf.font(face as unknown as string, face.key)
      // Readers turn round what is said of text from right to left, so there the glyphs speak for themselves.
      const mustSay = direction === 'ltr' && !face.saysItsText(text, direction)
      if (mustSay) this.pdf.markContent('Span', { actual: text })
      this.pdf.text(text, x + ems * size, top + BASELINE * size, {
        lineBreak: false,
        baseline: 'alphabetic',
        ...(direction === 'rtl' && { features: ['rtlm'] }),
        // What pdfkit would measure for links and lines under text.
        ...NOT_MEASURED,
      })
      if (mustSay) this.pdf.endMarkedContent()
    }
  }

  rectangle({ x, top, width, height }: Rectangle, colour: string) {
    this.pdf.rect(x, top, width, height).fill(colour)
  }

  /** An entry in the reader's list of headings, below the last one of a higher level. */
  bookmark(level: number, title: string, top: number) {
    while (this.#bookmarks.length > 0 && (this.#bookmarks.at(-1)?.level ?? 0) >= level) this.#bookmarks.pop()
    const parent = this.#bookmarks.at(-1)?.outline ?? this.pdf.outline
    // pdfkit counts from the right edge: the left edge is a page's width away.
    const place = { expanded: true, top, left: this.pdf.page.width }
    this.#bookmarks.push({ level, outline: parent.addItem(title, place) })
  }
}

/** The entries of a tag that pdfkit has no option for. */
function attributesOf(element: PDFKit.PDFStructureElement): Record<string, unknown> {
  return (element as unknown as { dictionary: { data: Record<string, unknown> } }).dictionary.data
}
