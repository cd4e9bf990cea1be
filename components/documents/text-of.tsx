import { Fragment } from 'react'
import { stretchesOf, type Words } from '@/lib/documents/document'

/** Words with their weight. */
export function TextOf({ words }: { words: Words }) {
  return stretchesOf(words).map(({ text, isStrong }, index) =>
    isStrong ? <strong key={index}>{text}</strong> : <Fragment key={index}>{text}</Fragment>,
  )
}
