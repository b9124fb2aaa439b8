/* Four words that people read aloud to each other instead of a hash.  PROTOCOL 8.  The list is that of
   voting/ballot/words.py. */
import { digest } from "./hashing.js";

const SPOKEN = 4;

export const WORDS = `
abborre badkar bagare ballong banan basun berg biljett björn blixt blomma boll borste brev
brygga buske bälte cirkus cykel dagbok dans delfin diamant dimma docka droppe duva dörr eko
ekorre eld elefant fackla fana fest fiol fjäder fjäril flagga flöjt fontän fotboll frost
fönster gaffel galler garn giraff gitarr glass groda gryta gräs guld gunga gurka hammare
hare hink hjort hjul honung humla hummer hund husvagn hyacint hylla häst igloo insekt isberg
jacka jasmin jord juvel kaffe kajak kaka kaktus kamel kamin kanon kapten karta kastanj katt
keps kikare klocka klöver knapp kompass korg kotte krita krona kudde kula kyrka käpp lada
lampa lax lejon lilja linje ljus lotus luft lykta lök lönn magnet majs mandel marsvin matta
mejsel melon mjölk mossa motor mugg munk musik mustasch mynt mås nagel nektar nyckel nål
näckros nöt oliv opera orgel orm ostron ozon paket palm panda papper paraply park pelare
penna peppar piano pilgrim pingvin pipa plommon pokal potatis prisma propp puck pumpa
pyramid päron rabarber radio ram ring robot ros rosett rubin russin räv sadel safari saft
sandal sekel selleri siden silver sjö skata skepp skidor skog skola skruv sköld smaragd
snabel snigel soffa sol sommar spade spegel spik stege sten stjärna strand svamp svan söm
tak tall tango tavla telefon tidning tiger timjan tomat topas torn trappa trumma tråd tröja
tulpan tunna tupp tvål tåg tält uggla ugn ull vagn valnöt valp vante vas vatten vessla villa
vind vinge vinter visp vykort våffla vågor väska wok yxa zebra åker åska älg ängel äpple
ärta öken örn
`.trim().split(/\s+/);

/* Of several messages in order; whoever sees the same words has seen the same messages. */
export async function spoken(messages) {
  return Array.from((await digest(messages.join(""))).subarray(0, SPOKEN), (byte) => WORDS[byte]);
}
