import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PDFPageProxy, StructTreeNode, TextItem } from 'pdfjs-dist/types/src/display/api'
import { type LetterDocument } from '@/lib/documents/document'
import { type PdfOptions, renderPdf } from '@/lib/documents/render-pdf'
import { CREATED_AT } from './letters'

/** A tag with the text below it. A tag that goes over several pages comes once for each; without text it is left out. */
export type Tag = { role: string; text: string; children: Tag[] }

/** Text drawn in one go: from where to where, how far below the upper edge its line stands, how large it is; in points. */
export type Place = { text: string; left: number; end: number; below: number; size: number }

export type ReadPage = {
  tags: Tag[]
  /** Text under a tag, in the order in which it is written. */
  content: string
  /** Text that readers aloud leave out: heads and feet of the page. */
  beside: string
  /** The widest place that text reaches, in points from the left. */
  rightmost: number
  width: number
  /** All text of the page, in the order in which it is written. */
  places: Place[]
}

/** Two centimetres in points, less the space that may follow the last word of a line. */
export const MARGIN = 56.6 - 4

/** Makes the PDF of a letter and reads it back with another library. */
export async function madeAndRead(letter: LetterDocument, options: Partial<PdfOptions> = {}) {
  const pdf = await renderPdf(letter, { createdAt: CREATED_AT, ...options })
  return { ...pdf, ...(await readBack(pdf.bytes)) }
}

/** Reads a PDF with another library than made it. */
export async function readBack(bytes: Uint8Array) {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const read = await task.promise
  const pages: ReadPage[] = []
  for (let number = 1; number <= read.numPages; number += 1)
    pages.push(await readPage(await read.getPage(number)))
  const { info } = await read.getMetadata()
  const outline = await read.getOutline()
  const marks: unknown = await read.getMarkInfo()
  const isTagged = marks instanceof Map && marks.get('Marked') === true
  await task.destroy()
  return { source: Buffer.from(bytes).toString('latin1'), pages, info, outline, isTagged }
}

async function readPage(page: PDFPageProxy): Promise<ReadPage> {
  const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true })
  const { width, height } = page.getViewport({ scale: 1 })
  const texts = new Map<string, string>()
  const open: (string | null)[] = []
  const places: Place[] = []
  let content = ''
  let beside = ''
  for (const item of items) {
    if ('str' in item) {
      const id = open.findLast((mark) => mark !== null)
      const text = item.hasEOL ? `${item.str}\n` : item.str
      if (id === undefined) beside += text
      else content += text
      if (id) texts.set(id, (texts.get(id) ?? '') + text)
      if (item.str.trim()) places.push(placeOf(item, height))
    } else if (item.type === 'endMarkedContent') open.pop()
    else open.push(item.type === 'beginMarkedContentProps' && item.id ? item.id : null)
  }
  const rightmost = Math.max(0, ...places.map(({ end }) => end))
  return { tags: await tagsOn(page, texts), content, beside, rightmost, width, places }
}

function placeOf({ str, transform, width }: TextItem, top: number): Place {
  const [, , , size = 0, left = 0, baseline = 0] = transform.map(Number)
  return { text: str, below: top - baseline, size, left, end: left + width }
}

async function tagsOn(page: PDFPageProxy, texts: ReadonlyMap<string, string>): Promise<Tag[]> {
  const tree = await page.getStructTree()
  return tree ? tree.children.map((child) => tagOf(child as StructTreeNode, texts)) : []
}

function tagOf(node: StructTreeNode, texts: ReadonlyMap<string, string>): Tag {
  const children = node.children
    .filter((child) => 'role' in child)
    .map((child) => tagOf(child, texts))
    .filter(({ text }) => text !== '')
  const own = node.children.flatMap((child) => ('id' in child ? [texts.get(child.id) ?? ''] : []))
  return { role: node.role, children, text: [...own, ...children.map(({ text }) => text)].join('').trim() }
}

/** All tags of this role, in reading order. */
export function tagsOf(tags: readonly Tag[], role: RegExp): Tag[] {
  return tags.flatMap((tag) => [...(role.test(tag.role) ? [tag] : []), ...tagsOf(tag.children, role)])
}

/** What can be compared when lines are broken anywhere and invisible marks are left out. */
export function essence(text: string): string {
  return text.normalize('NFC').replace(/[\s\p{Cf}]/gu, '')
}
