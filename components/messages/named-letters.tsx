import { formatDateForBanner } from '@/lib/nhs/date-format'
import { formatNhsNumber } from '@/lib/nhs/nhs-number'
import type { LetterRow } from '@/lib/messages/letters-to-post'
import { whyNotPosted } from '@/lib/messages/labels'

type Props = { letters: readonly LetterRow[]; reasons?: boolean }

/** Letters by whom they are for, with two identifiers; where they are not to be posted, with the reason. */
export function NamedLetters({ letters, reasons = false }: Props) {
  return (
    <ul>
      {letters.map((letter) => (
        <li key={letter.id}>
          <strong>{letter.patient.name}</strong>{' '}
          <span className="app-number">
            {formatNhsNumber(letter.patient.nhsNumber)} Born {formatDateForBanner(letter.patient.bornOn)}
          </span>
          : {letter.subject}
          {reasons ? `. ${whyNotPosted(letter)}` : ''}
        </li>
      ))}
    </ul>
  )
}
