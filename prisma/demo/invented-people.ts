import { addDays, type CalendarDate } from '@/lib/nhs/calendar-date'

/** Somebody who was never born, as a hospital's list would have them. */
export type InventedPerson = {
  nhsNumber: string
  hospitalNumber: string
  title: string
  givenName: string
  familyName: string
  preferredName?: string
  bornOn: CalendarDate
  /** Codes of lib/nhs/code-lists. */
  sex: '1' | '2'
  ethnicCategory: string
  language: string
  needsInterpreter: boolean
  addressLine1: string
  addressLine2: string
  postcode: string
  mobileTelephone: string
  email: string
}

/** What is particular about a named person; all else is made up from their place in the list. */
export type NamedPerson = Partial<InventedPerson> & Pick<InventedPerson, 'givenName' | 'familyName'>

const WOMEN =
  'Alison Amina Beatrice Bridget Carys Catherine Chidi Clare Daphne Deborah Elaine Fatima Frances Gillian Grace Harriet Heather Imogen Jasmin Judith Karen Kiran Leah Lorna Lucia Maeve Meera Miriam Nina Norma Olive Paula Phyllis Priti Rosalind Rukhsana Sally Sandra Shirley Sian Sophia Stella Sunita Theresa Una Vera Wanda Yvonne'
const MEN =
  'Adam Albert Alun Amit Andrew Arthur Bernard Brian Callum Cedric Clive Colin Derek Donald Dylan Edwin Emeka Ernest Frank Geoffrey Gordon Graham Hassan Hugh Ian Imran Ivor Jack Keith Kenneth Leonard Malcolm Marcus Neil Nigel Norman Omar Owen Peter Rajesh Raymond Reginald Roy Stanley Terence Trevor Victor Yusuf'
const FAMILIES =
  'Abbott Akhtar Anderson Appleby Atkins Bailey Banks Begum Bennett Bolton Bowen Brennan Briggs Byrne Campbell Chaudhry Coleman Cooke Cox Crosby Daly Davies Dawson Devlin Dixon Dobson Doyle Drake Dunn Eastwood Eden Ellis Evans Fallon Faulkner Fenton Fleming Forster Gallagher Gibson Gill Goddard Greene Gupta Hardy Harrington Hart Haynes Heath Hobbs Holt Hussain Ingram Iqbal Jarvis Joshi Keane Kelly Kemp Khan Kirby Lambert Lawson Lewin Lindsay Mahmood Malik Mann Mercer Mistry Molloy Morton Newell Nicholls North Oakley Okoro Osborne Parekh Parry Pearce Pickering Quigley Rafferty Rawlings Redmond Rowe Saunders Sethi Sharp Silva Tanner Tierney Umar Vaughan Wallis Yates'
const STREETS =
  'Mill Lane, High Street, Church Road, Station Road, The Avenue, Rose Court, Quay Street, Orchard Close, Park View, Elm Grove'
const PLACES = 'Southmere, Westbourne, Little Haven, Northfield, Quayside'

const women = WOMEN.split(' ')
const men = MEN.split(' ')
const families = FAMILIES.split(' ')
const streets = STREETS.split(', ')
const places = PLACES.split(', ')
const ETHNIC_CATEGORIES = 'AAAAAAAAAAABCHJKMNRA'

/**
 * Everybody's first digits: the 999 range is kept for tests. These lie apart from those of the factories and of the
 * export in tests/data, which is then as new to a database with demo data as it is to an empty one.
 */
const FIRST_DIGITS = 999_384_100

/**
 * The person at a place: at one place always the same, and no two places with the same number.
 *
 * @param place from 0
 * @param known what is told of them already
 */
export function inventedPerson(place: number, known: Partial<InventedPerson> = {}): InventedPerson {
  const sex = known.sex ?? '2'
  const givenName = known.givenName ?? at(sex === '1' ? men : women, place * 5 + Math.floor(place / 97))
  const familyName = known.familyName ?? at(families, place * 37)
  return {
    nhsNumber: nhsNumberAt(place),
    hospitalNumber: `DM${String(100_000 + place * 7)}`,
    title: sex === '1' ? 'Mr' : at(['Mrs', 'Ms', 'Mrs', 'Miss'], place),
    givenName,
    familyName,
    bornOn: addDays('1938-02-11', (place * 2_477) % 16_500),
    sex,
    ethnicCategory: at([...ETHNIC_CATEGORIES], place * 3),
    language: 'en',
    needsInterpreter: false,
    addressLine1: `${(place % 89) + 1} ${at(streets, place * 3)}`,
    addressLine2: at(places, place),
    postcode: `SU${(place % 9) + 1} ${(place % 8) + 1}${at([...'ABDEFGHJ'], place)}${at([...'LNPQRSTU'], place * 5)}`,
    mobileTelephone: `07700 900${String(place % 1000).padStart(3, '0')}`,
    email: `${place}.${plain(givenName)}@example.org`,
    ...known,
  }
}

function at<Item>(list: readonly Item[], place: number): Item {
  return list[place % list.length] as Item
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^a-z]/gi, '')
    .toLowerCase()
}

/** One number in eleven has no check digit; every place therefore has eleven to itself to choose from. */
function nhsNumberAt(place: number): string {
  for (let first = FIRST_DIGITS + place * 11; ; first++) {
    const sum = [...String(first)].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0)
    const check = (11 - (sum % 11)) % 11
    if (check < 10) return `${first}${check}`
  }
}
