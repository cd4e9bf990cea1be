import { parseLanguage } from '@/lib/nhs/code-lists/language'

/**
 * What ISO 639-2 calls otherwise than ISO 639-1, which records are kept in: its own codes and those of libraries. From memory.
 */
const OF_THREE_LETTERS: ReadonlyMap<string, string> = new Map(
  `
  eng=en sqi=sq alb=sq ara=ar ben=bn bul=bg zho=zh chi=zh fra=fr fre=fr ell=el gre=el guj=gu hun=hu ita=it
  kur=ku lit=lt fas=fa per=fa pol=pl por=pt pan=pa ron=ro rum=ro rus=ru som=so spa=es tam=ta tur=tr ukr=uk
  urd=ur vie=vi cym=cy wel=cy deu=de ger=de nld=nl dut=nl ces=cs cze=cs slk=sk slo=sk slv=sl hrv=hr srp=sr
  bos=bs mkd=mk mac=mk hye=hy arm=hy kat=ka geo=ka aze=az eus=eu baq=eu cat=ca glg=gl gle=ga gla=gd glv=gv
  cor=kw dan=da swe=sv nor=no fin=fi isl=is ice=is est=et lav=lv mlt=mt heb=he yid=yi hin=hi mar=mr nep=ne
  sin=si tel=te mal=ml kan=kn ori=or asm=as kas=ks snd=sd pus=ps uzb=uz tgk=tg kaz=kk kir=ky tuk=tk mon=mn
  bod=bo tib=bo mya=my bur=my tha=th lao=lo khm=km msa=ms may=ms ind=id tgl=tl jpn=ja kor=ko swa=sw amh=am
  tir=ti orm=om hau=ha ibo=ig yor=yo zul=zu xho=xh afr=af sna=sn nya=ny lin=ln kon=kg lug=lg kin=rw run=rn
  wol=wo ful=ff aka=ak twi=tw ewe=ee bel=be
  `
    .trim()
    .split(/\s+/)
    .map((pair): [string, string] => [pair.slice(0, 3), pair.slice(4)]),
)

/**
 * What the NHS Data Dictionary adds to ISO 639-1 (q1 to q5, from memory). Only British Sign Language is a language that a
 * record has: Braille is a need of information, and which sign language another system means is not guessed.
 */
const OF_THE_NHS: ReadonlyMap<string, string | null> = new Map([
  ['q1', null],
  ['q2', null],
  ['q3', null],
  ['q4', 'BSL'],
  ['q5', null],
])

/** ISO 639-2 for what is no one language: not said, several, or none. */
const NO_LANGUAGE: ReadonlySet<string> = new Set(['und', 'mul', 'mis', 'zxx', 'sgn'])

/** Coding systems whose letters mean what ISO 639 says; an empty one is taken as it. */
const ISO_639 = /^$|639|0296|^NHS/i

/**
 * The code of a language, as a record keeps it, from a coded value of another system; null where it is not clear which is meant:
 * a code of a list of its own, one that nobody knows, or words beside it that name another language.
 */
export function statedLanguage(said: { code: string; text: string; system: string }): string | null {
  const named = languageOf(said.text)
  if (said.code === '') return named
  const coded = ISO_639.test(said.system) ? languageOf(said.code) : null
  return coded !== null && (named === null || named === coded) ? coded : null
}

function languageOf(text: string): string | null {
  const wanted = text.trim().toLowerCase()
  if (OF_THE_NHS.has(wanted)) return OF_THE_NHS.get(wanted) ?? null
  if (NO_LANGUAGE.has(wanted)) return null
  return OF_THREE_LETTERS.get(wanted) ?? parseLanguage(wanted)
}
