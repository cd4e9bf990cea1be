import { Details } from '@/components/nhs/details'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import type { AboutMe, AboutMeSection } from '@/lib/patients/about-me'
import { ABOUT_ME_LABELS } from '@/lib/patients/about-me-labels'

/** What helps in a conversation. */
const SECTIONS: readonly AboutMeSection[] = [
  'mostImportant',
  'importantPeople',
  'howToCommunicate',
  'pleaseDo',
  'pleaseDoNot',
  'howToSupport',
]

/** What the person told once, so that nobody asks for it again. */
export function AboutMeReminder({ aboutMe: { words, toldOn } }: { aboutMe: AboutMe }) {
  const told = SECTIONS.flatMap((section) => {
    const text = words[section]
    return text === null ? [] : [{ section, text }]
  })
  if (told.length === 0) return null
  return (
    <Details summary={`About Me, told ${formatDateForStaff(toldOn)}`}>
      {told.map(({ section, text }) => (
        <div key={section}>
          <h2 className="text-base">{ABOUT_ME_LABELS[section].heading}</h2>
          <p className="app-preserve-lines">{text}</p>
        </div>
      ))}
    </Details>
  )
}
