import type { AboutMeSection } from './about-me'

/** PRSB "About Me": each heading in the person's voice, and what it is for. */
export const ABOUT_ME_LABELS: Readonly<Record<AboutMeSection, { heading: string; hint: string }>> = {
  mostImportant: {
    heading: 'What is most important to me',
    hint: 'Values, culture and faith, pets, interests, what a good day is',
  },
  importantPeople: {
    heading: 'People who are important to me',
    hint: 'Who they are, how they keep in touch, who may be told what',
  },
  howToCommunicate: {
    heading: 'How I communicate and how to communicate with me',
    hint: 'What helps to understand and to be understood, signs of pain or distress',
  },
  wellness: {
    heading: 'My wellness',
    hint: 'How things are on an ordinary day, and how to tell when they are not',
  },
  pleaseDo: { heading: 'Please do', hint: 'What I would like people to do' },
  pleaseDoNot: { heading: 'Please do not', hint: 'What upsets me or makes things harder' },
  howToSupport: {
    heading: 'How and when to support me',
    hint: 'Getting about, eating, washing, medicines, decisions',
  },
  worthKnowing: { heading: 'Also worth knowing about me', hint: 'Work, home, hobbies, history' },
}
