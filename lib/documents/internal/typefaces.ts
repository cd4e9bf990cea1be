import 'server-only'

export type Weight = 'regular' | 'bold'

/** A typeface, the package and files that hold it, and the characters it is asked for. */
export type Typeface = {
  family: string
  /** Below node_modules; `{weight}` stands for the two file names. */
  folder: string
  files: Record<Weight, string>
  /** Characters worth opening the file for. A file that may hold the character but is not asked stays closed. */
  writes: RegExp
}

const google = '@expo-google-fonts'

/** Latin, Greek and Cyrillic with every mark, and Devanagari: the typeface of the letter itself. */
export const textTypeface = notoSans('', /^/u)

/**
 * Asked in this order for what the text's typeface lacks. Plex draws an Arabic letter as one glyph, so that every reader
 * finds the word again; Noto puts its dots on by hand, and is there for the rare letters. One Chinese typeface serves Chinese and Japanese: which of the
 * two a name is written in is not recorded, and no other typeface of moderate size holds the characters of both.
 */
export const otherTypefaces: readonly Typeface[] = [
  {
    family: 'IBM Plex Sans Arabic',
    folder: `${google}/ibm-plex-sans-arabic`,
    files: {
      regular: '400Regular/IBMPlexSansArabic_400Regular.ttf',
      bold: '700Bold/IBMPlexSansArabic_700Bold.ttf',
    },
    writes: /\p{Script_Extensions=Arabic}/u,
  },
  notoSans('Arabic', /\p{Script_Extensions=Arabic}/u),
  notoSans('Hebrew', /\p{Script_Extensions=Hebrew}/u),
  notoSans('Bengali', /\p{Script_Extensions=Bengali}/u),
  notoSans('Gujarati', /\p{Script_Extensions=Gujarati}/u),
  notoSans('Gurmukhi', /\p{Script_Extensions=Gurmukhi}/u),
  notoSans('Tamil', /\p{Script_Extensions=Tamil}/u),
  notoSans('Thai', /\p{Script_Extensions=Thai}/u),
  ...[
    'Telugu',
    'Kannada',
    'Malayalam',
    'Sinhala',
    'Ethiopic',
    'Armenian',
    'Georgian',
    'Khmer',
    'Lao',
    'Myanmar',
  ].map((script) => notoSans(script, new RegExp(`\\p{Script_Extensions=${script}}`, 'u'))),
  {
    family: 'Noto Serif Tibetan',
    folder: `${google}/noto-serif-tibetan`,
    files: {
      regular: '400Regular/NotoSerifTibetan_400Regular.ttf',
      bold: '700Bold/NotoSerifTibetan_700Bold.ttf',
    },
    writes: /\p{Script_Extensions=Tibetan}/u,
  },
  {
    family: 'Nanum Gothic',
    folder: `${google}/nanum-gothic`,
    files: {
      regular: '400Regular/NanumGothic_400Regular.ttf',
      bold: '700Bold/NanumGothic_700Bold.ttf',
    },
    writes: /\p{Script=Hangul}/u,
  },
  notoSans(
    'SC',
    /[\p{Script_Extensions=Han}\p{Script_Extensions=Hiragana}\p{Script_Extensions=Katakana}\p{Script_Extensions=Bopomofo}\u3000-\u303f\uff00-\uffef]/u,
  ),
  oneWeight('Noto Sans Math', 'noto-sans-math', 'NotoSansMath', /[\p{Math}\p{S}\p{No}]/u),
  oneWeight('Noto Sans Symbols 2', 'noto-sans-symbols-2', 'NotoSansSymbols2', /[\p{S}\p{No}]/u),
  {
    family: 'Noto Emoji',
    folder: `${google}/noto-emoji`,
    files: { regular: '400Regular/NotoEmoji_400Regular.ttf', bold: '700Bold/NotoEmoji_700Bold.ttf' },
    writes: /[\p{Extended_Pictographic}\p{Regional_Indicator}\u20e3]/u,
  },
]

function notoSans(script: string, writes: RegExp): Typeface {
  const name = `NotoSans${script}`
  return {
    family: script ? `Noto Sans ${script}` : 'Noto Sans',
    folder: `${google}/noto-sans${script ? `-${script.toLowerCase()}` : ''}`,
    files: { regular: `400Regular/${name}_400Regular.ttf`, bold: `700Bold/${name}_700Bold.ttf` },
    writes,
  }
}

function oneWeight(family: string, folder: string, name: string, writes: RegExp): Typeface {
  const file = `400Regular/${name}_400Regular.ttf`
  return { family, folder: `${google}/${folder}`, files: { regular: file, bold: file }, writes }
}
