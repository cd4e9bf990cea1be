/** What people say of a concern, what they plan for it, and what is done. By code of the concern catalogue. */
export type ConcernWords = {
  ownWords: string
  whatMatters: string
  goal: string
  /** What the person does themselves, what the team does, and what the practice could be asked. */
  person: string
  team: string
  practice: string
}

const WORDS = {
  fatigue: {
    ownWords: 'I am worn out by lunchtime, whatever I do.',
    whatMatters: 'Having the energy to play with my grandchildren.',
    goal: 'Walk to the park and back without having to lie down afterwards.',
    person: 'Walk for ten minutes every day, and rest before I am tired',
    team: 'Ring to ask how pacing the day goes',
    practice: 'Blood count and thyroid function, to look for other causes of tiredness',
  },
  money: {
    ownWords: 'My sick pay stops soon and I do not know what I can claim.',
    whatMatters: 'Keeping up with the rent.',
    goal: 'Know what I am entitled to before the sick pay stops.',
    person: 'Find the last three payslips and the letter from work',
    team: 'Refer to the welfare benefits adviser',
    practice: 'Fit note for the next eight weeks',
  },
  sleep: {
    ownWords: 'I wake at three and that is it for the night.',
    whatMatters: 'A clear head in the morning.',
    goal: 'Sleep through at least four nights a week.',
    person: 'Keep a sleep diary for two weeks',
    team: 'Go through the sleep diary together',
    practice: 'Review the evening medicines that can disturb sleep',
  },
  worry: {
    ownWords: 'Every ache makes me think it is back.',
    whatMatters: 'Being calm around my family.',
    goal: 'Know which signs matter and whom to ring.',
    person: 'Write down what worries me and bring it along',
    team: 'Go through the signs to look out for, by telephone',
    practice: 'Appointment to talk about anxiety and what could help',
  },
  pain: {
    ownWords: 'The scar pulls when I reach up.',
    whatMatters: 'Hanging out my own washing.',
    goal: 'Reach the top shelf by the summer.',
    person: 'Do the shoulder exercises twice a day',
    team: 'Refer to the physiotherapist',
    practice: 'Review of pain relief',
  },
  hot_flushes: {
    ownWords: 'I soak the sheets most nights.',
    whatMatters: 'A night without changing the bed.',
    goal: 'Fewer than two bad nights a week.',
    person: 'Try layers, a fan and less coffee, and note what helps',
    team: 'Send the information about hot flushes',
    practice: 'Review of medicines that could ease hot flushes',
  },
  work_education: {
    ownWords: 'My manager keeps asking when I will be back.',
    whatMatters: 'Going back to my own job.',
    goal: 'Agree a phased return with work.',
    person: 'Ask work for a meeting about a phased return',
    team: 'Write a letter about what work can expect',
    practice: 'Fit note with advice about amended duties',
  },
  low_mood: {
    ownWords: 'I have lost interest in seeing people.',
    whatMatters: 'Singing in the choir again.',
    goal: 'Go to choir practice twice this month.',
    person: 'Ring a friend from the choir',
    team: 'Offer the counselling service',
    practice: 'Appointment to talk about mood',
  },
  urinary: {
    ownWords: 'I need to know where every toilet is.',
    whatMatters: 'Sitting through a film at the cinema.',
    goal: 'Go out for three hours without an accident.',
    person: 'Do the pelvic floor exercises three times a day',
    team: 'Refer to the continence service',
    practice: 'Urine test, and prescription of pads',
  },
  intimacy: {
    ownWords: 'We do not talk about it.',
    whatMatters: 'Being close to my partner again.',
    goal: 'Talk it over together with somebody who knows about it.',
    person: 'Read the booklet together',
    team: 'Refer to the erectile function clinic',
    practice: 'Prescription as advised by the clinic',
  },
  diarrhoea: {
    ownWords: 'I dare not leave the house before noon.',
    whatMatters: 'Getting back to the allotment.',
    goal: 'Two mornings a week at the allotment.',
    person: 'Keep a food diary for two weeks',
    team: 'Refer to the dietitian',
    practice: 'Repeat prescription of loperamide',
  },
  numbness: {
    ownWords: 'My fingers tingle and I drop things.',
    whatMatters: 'Knitting for the new baby.',
    goal: 'Finish the blanket.',
    person: 'Check water with the elbow, and wear gloves in the kitchen',
    team: 'Tell the oncologist about the tingling before the next treatment',
    practice: 'Blood test for vitamin B12',
  },
  swelling: {
    ownWords: 'My arm feels heavy by the evening.',
    whatMatters: 'Carrying my own shopping.',
    goal: 'Arm no larger than the other by more than a finger’s breadth.',
    person: 'Do the arm exercises and wear the sleeve',
    team: 'Refer to the lymphoedema clinic',
    practice: 'Prescription of the compression sleeve',
  },
  children: {
    ownWords: 'I do not know what to tell the boys.',
    whatMatters: 'The boys not being frightened.',
    goal: 'Tell the boys together before the next scan.',
    person: 'Read the booklet about talking with children',
    team: 'Arrange a talk with the family support worker',
    practice: 'Let the school nurse know, as the parents wish',
  },
} as const satisfies Record<string, ConcernWords>

export type WordedConcern = keyof typeof WORDS

export function wordsFor(code: WordedConcern): ConcernWords {
  return WORDS[code]
}
