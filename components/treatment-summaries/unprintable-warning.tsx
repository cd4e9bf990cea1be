import { WarningCallout } from '@/components/nhs/warning-callout'

type Props = { /** Each holds a character that no typeface has. */ words: readonly string[] }

/** Before signing: what a printed copy cannot show. It does not stand in the way, as a name is as it is. */
export function UnprintableWarning({ words }: Props) {
  if (words.length === 0) return null
  return (
    <WarningCallout heading="Some letters cannot be printed" headingLevel={2}>
      <p>In the PDF these words have � in place of letters. Pages show them as they are.</p>
      <ul>
        {words.map((word) => (
          <li key={word}>{word}</li>
        ))}
      </ul>
      <p>
        If you can, write them in other letters before you sign. Otherwise tell whoever reads a printed copy.
      </p>
    </WarningCallout>
  )
}
