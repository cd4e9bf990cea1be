import type { CalendarDate } from '@/lib/nhs/calendar-date'

/** The headings of the PRSB standard "About Me", in its order, under which a person tells what matters to them. */
export const ABOUT_ME_SECTIONS = [
  'mostImportant',
  'importantPeople',
  'howToCommunicate',
  'wellness',
  'pleaseDo',
  'pleaseDoNot',
  'howToSupport',
  'worthKnowing',
] as const

export type AboutMeSection = (typeof ABOUT_ME_SECTIONS)[number]

/** What was told under each heading; null where nothing was. */
export type AboutMeWords = Record<AboutMeSection, string | null>

/** The person's story as told on one day. */
export type AboutMe = {
  /** Counts from 1 for each person. */
  number: number
  words: AboutMeWords
  /** Who helped to write it. */
  supportedBy: string | null
  toldOn: CalendarDate
  recordedAt: Date
  recordedBy: string
}

/** The headings under which two tellings differ. */
export function changedSections(one: AboutMeWords, other: AboutMeWords): AboutMeSection[] {
  return ABOUT_ME_SECTIONS.filter((section) => one[section] !== other[section])
}
