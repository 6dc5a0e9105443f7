import type { EnquiryKind, Verdict } from '@/db/schema'

/** Everything here is made up for the demo. `ago` and `askedAgo` are working days before today. */

export type SeedEnquiry = {
  /** The person of a housing organisation who asks. */
  asker: string
  kind: EnquiryKind
  via: 'web' | 'phone' | 'mail'
  /** Slug of the forum of the area. */
  area: string | null
  theme: string | null
  /** The first sentence is its headline. */
  text: string
  askedAgo: number
  /** What followed, oldest first. */
  steps: SeedEnquiryStep[]
}

/** `by` is a department's short name, of an internal note a person's; the first department routed to leads. */
export type SeedEnquiryStep =
  | { ago: number; do: 'route'; to: string; question?: string }
  | { ago: number; do: 'accept' | 'drop'; by: string; text?: string }
  | { ago: number; do: 'part-answer' | 'refuse'; by: string; text: string }
  | { ago: number; do: 'internal'; by: string; text: string }
  | { ago: number; do: 'ask'; text: string }
  | { ago: number; do: 'reply' | 'add' | 'reopen'; text: string }
  | { ago: number; do: 'answer'; text: string }
  | { ago: number; do: 'agree' }
  /** What became of it, by its title; a topic by what it is called on the agenda of the area's forum. */
  | { ago: number; do: 'proposed'; topic: string; background: string }
  | { ago: number; do: 'linked'; initiative: string }
  | { ago: number; do: 'made-item'; actionItem: string }
  | { ago: number; do: 'not_ours'; text: string }
  | { ago: number; do: 'feedback'; from: 'asker' | 'department'; verdict: Verdict; line: string }

/** Oldest first, as they are numbered. */
export const ENQUIRIES: SeedEnquiry[] = [
  // Closed
  {
    asker: 'Pia Storm',
    kind: 'case',
    via: 'web',
    area: 'noerrebro',
    theme: 'tryghed',
    text: 'Kan ferieaktiviteterne på Nørrebro samles i én kalender? I nogle uger ligger tre arrangementer samme dag, og i andre er der ingenting. Familierne i Stefansgadekvarteret spørger os, hvad der sker hvornår.',
    askedAgo: 150,
    steps: [
      {
        ago: 149,
        do: 'route',
        to: 'KFF',
        question: 'Har I et samlet overblik over sommerens aktiviteter på Nørrebro?',
      },
      { ago: 149, do: 'accept', by: 'KFF' },
      {
        ago: 147,
        do: 'part-answer',
        by: 'KFF',
        text: 'Nej, hver plan laver sit eget program. Vi vil gerne samle dem, hvis planerne er med på det.',
      },
      {
        ago: 146,
        do: 'proposed',
        topic: 'Ferieprogram på tværs af gårdene',
        background:
          'fsb spørger, om ferieaktiviteterne kan samles i én kalender. KFF har intet samlet overblik og vil gerne samle programmerne, hvis planerne er enige.',
      },
      {
        ago: 146,
        do: 'answer',
        text: 'Der er ikke ét samlet program i dag. KFF vil gerne lave det, så vi har sat det på dagsordenen for forummets næste møde. Her kan I følge, hvad der bliver besluttet, og hvem der gør det.',
      },
      { ago: 144, do: 'agree' },
      {
        ago: 144,
        do: 'feedback',
        from: 'asker',
        verdict: 'yes',
        line: 'Godt, at spørgsmålet blev taget op, hvor alle planerne er med.',
      },
      {
        ago: 142,
        do: 'feedback',
        from: 'department',
        verdict: 'yes',
        line: 'Vi kunne ikke have samlet planerne uden forummet.',
      },
    ],
  },
  {
    asker: 'Pia Storm',
    kind: 'case',
    via: 'web',
    area: 'noerrebro',
    theme: 'tryghed',
    text: 'Kan storskrald fra Titanparken blive hentet oftere op til flyttedagene? Den første i måneden fylder de gamle møbler i porten, og der går ofte to uger, før de er væk.',
    askedAgo: 74,
    steps: [
      {
        ago: 73,
        do: 'route',
        to: 'TMF',
        question: 'Kan I hente storskrald oftere ved Titanparken, og hvad skal boligafdelingen gøre?',
      },
      { ago: 73, do: 'accept', by: 'TMF' },
      {
        ago: 71,
        do: 'ask',
        text: 'Hvem aftaler afhentningen hos jer i dag, og er porten åben om morgenen?',
      },
      {
        ago: 70,
        do: 'reply',
        text: 'Det gør ejendomskontoret. Porten er åben fra kl. 7.',
      },
      {
        ago: 68,
        do: 'part-answer',
        by: 'TMF',
        text: 'En ekstra afhentning kan bestilles til de første hverdage i måneden. Ejendomskontoret bestiller den selv senest ti hverdage før.',
      },
      {
        ago: 67,
        do: 'answer',
        text: 'Ja. Ejendomskontoret kan bestille en ekstra afhentning til de første hverdage i måneden, senest ti hverdage før. Stil møblerne inden for porten og ikke på fortovet.',
      },
      { ago: 65, do: 'agree' },
      {
        ago: 65,
        do: 'feedback',
        from: 'asker',
        verdict: 'partly',
        line: 'Svaret er godt, men ti hverdage er lang tid, når nogen flytter.',
      },
      {
        ago: 63,
        do: 'feedback',
        from: 'department',
        verdict: 'yes',
        line: 'Det hjalp, at henvendelsen nævnte både stedet og dagene.',
      },
    ],
  },
  {
    asker: 'Åse Aagaard',
    kind: 'question',
    via: 'phone',
    area: 'noerrebro',
    theme: 'beskaeftigelse',
    text: 'Hvem er kontaktperson på jobcenteret for unge ledige i Stefansgadekvarteret? Vi har flere unge under 30 år, som gerne vil i praktik, men bliver stillet om hver gang.',
    askedAgo: 70,
    steps: [
      {
        ago: 69,
        do: 'route',
        to: 'BIF',
        question: 'Hvem skal boligorganisationerne på Nørrebro ringe til om unge under 30 år?',
      },
      { ago: 69, do: 'accept', by: 'BIF' },
      {
        ago: 68,
        do: 'internal',
        by: 'Søren Bak',
        text: 'Vi vil helst have ét fælles nummer for hele Nørrebro, så svaret også gælder de andre helhedsplaner.',
      },
      { ago: 68, do: 'made-item', actionItem: 'Udpeg kontaktpersoner til de seks planer' },
      {
        ago: 67,
        do: 'part-answer',
        by: 'BIF',
        text: 'Unge under 30 år hører til ungeteamet. Helhedsplanerne på Nørrebro har én fælles kontaktperson dér, som kan træffes hver hverdag kl. 9–12.',
      },
      {
        ago: 66,
        do: 'answer',
        text: 'Helhedsplanerne på Nørrebro har én fælles kontaktperson i jobcenterets ungeteam. Ring hver hverdag kl. 9–12, og sig, at du ringer fra en helhedsplan. Så bliver du ikke stillet om.',
      },
      { ago: 64, do: 'agree' },
      {
        ago: 64,
        do: 'feedback',
        from: 'asker',
        verdict: 'yes',
        line: 'Ét nummer og en fast træffetid er lige det, vi manglede.',
      },
      {
        ago: 63,
        do: 'feedback',
        from: 'department',
        verdict: 'yes',
        line: 'Et klart spørgsmål, som vi kunne svare på med det samme.',
      },
    ],
  },
  {
    asker: 'Erik Dam',
    kind: 'question',
    via: 'mail',
    area: 'valby-vigerslev',
    theme: null,
    text: 'Kan bussen standse nærmere ved Hornemanns Vænge om aftenen? De ældre beboere synes, at der er langt hjem fra stoppestedet.',
    askedAgo: 18,
    steps: [
      {
        ago: 17,
        do: 'internal',
        by: 'Jonas Friis',
        text: 'Kommunen kan ikke selv flytte et stoppested. Jeg finder ud af, hvor KAB kan skrive hen.',
      },
      {
        ago: 16,
        do: 'not_ours',
        text: 'Det er trafikselskabet, der bestemmer, hvor busserne standser. Skriv til dem gennem formularen på deres hjemmeside. Lokaludvalget i Valby vil gerne støtte jer, hvis I sender dem en kopi.',
      },
    ],
  },

  // With a department
  {
    asker: 'Åse Aagaard',
    kind: 'case',
    via: 'web',
    area: 'amager-sundby',
    theme: 'tryghed',
    text: 'Hvordan får vores beboerforening en nøgle til lokalet i medborgerhuset? Foreningen vil holde fællesspisning hver anden søndag, hvor der ikke er personale.',
    askedAgo: 12,
    steps: [
      {
        ago: 11,
        do: 'route',
        to: 'KFF',
        question: 'Kan en beboerforening få nøgle om søndagen, og hvem skriver under?',
      },
      { ago: 10, do: 'accept', by: 'KFF' },
      {
        ago: 9,
        do: 'ask',
        text: 'Hvor mange kommer der, og er der én fast person, som kan stå for nøglen?',
      },
      {
        ago: 6,
        do: 'reply',
        text: 'Der kommer omkring 30. Foreningens kasserer vil gerne stå for nøglen.',
      },
      {
        ago: 5,
        do: 'internal',
        by: 'Jonas Friis',
        text: 'KFF mangler kun svar fra husets vagtordning. Jeg spørger igen, hvis der ikke er sket noget inden fristen.',
      },
    ],
  },

  // Received, and late
  {
    asker: 'Rikke Hedelund',
    kind: 'question',
    via: 'mail',
    area: 'husum-tingbjerg',
    theme: null,
    text: 'Må vi låne en gymnastiksal i Tingbjerg i vinterferien? Vi vil lave boldspil for børn og forældre tre eftermiddage og har selv frivillige til at åbne og lukke.',
    askedAgo: 9,
    steps: [
      {
        ago: 4,
        do: 'add',
        text: 'Vi skal have indbydelsen trykt i næste uge, så vi vil gerne høre fra jer snart.',
      },
    ],
  },

  // The answers are there, and the lead department puts them together
  {
    asker: 'Pia Storm',
    kind: 'case',
    via: 'web',
    area: 'noerrebro',
    theme: 'beskaeftigelse',
    text: 'Hvem følger de unge i fritidsjob, når de fylder 18 år? Mentoren i Titanparken slipper dem efter et halvt år, og vi vil gerne aftale, hvem der tager over.',
    askedAgo: 8,
    steps: [
      {
        ago: 7,
        do: 'route',
        to: 'BIF',
        question: 'Hvad kan jobcenteret tilbyde en ung, der fylder 18 år i sit fritidsjob?',
      },
      {
        ago: 7,
        do: 'route',
        to: 'BUF',
        question: 'Kan klubben beholde kontakten, indtil den unge er faldet til?',
      },
      { ago: 7, do: 'accept', by: 'BIF' },
      { ago: 6, do: 'accept', by: 'BUF' },
      {
        ago: 5,
        do: 'internal',
        by: 'Line Krogh',
        text: 'Vores klubber har ingen timer til unge over 18 år. Det bør BIF svare på alene.',
      },
      {
        ago: 4,
        do: 'refuse',
        by: 'BUF',
        text: 'Klubben er for unge til og med 17 år, så vi kan ikke love at følge dem bagefter. Spørg ungeteamet i BIF.',
      },
      {
        ago: 3,
        do: 'internal',
        by: 'Karen Lund',
        text: 'Vi kan godt tage det hele. Skriv i svaret, at samtalen skal aftales før fødselsdagen.',
      },
      {
        ago: 2,
        do: 'part-answer',
        by: 'BIF',
        text: 'Unge, der fylder 18 år, kan få en samtale med fritidsjobkoordinatoren, inden mentoren slipper. Koordinatoren følger dem i tre måneder og kan hjælpe videre til ungeteamet.',
      },
      { ago: 2, do: 'linked', initiative: 'Fritidsjob med mentor' },
    ],
  },

  // Routed: one department is at work, the other has not seen it yet
  {
    asker: 'Erik Dam',
    kind: 'major',
    via: 'mail',
    area: 'vesterbro-sydhavnen',
    theme: 'tryghed',
    text: 'Kan en sundhedsplejerske og en familierådgiver have fast træffetid i beboerhuset? Vi tænker på Baunehøj og en formiddag om ugen i et år. Kommunen skulle stille med folkene, og vi stiller med lokale, kaffe og frivillige.',
    askedAgo: 8,
    steps: [
      {
        ago: 7,
        do: 'route',
        to: 'BUF',
        question: 'Kan sundhedsplejen stille med en formiddag om ugen, og fra hvornår?',
      },
      {
        ago: 7,
        do: 'route',
        to: 'SOF',
        question: 'Kan familierådgivningen flytte en af sine træffetider ud til Baunehøj?',
      },
      { ago: 5, do: 'accept', by: 'BUF' },
      {
        ago: 4,
        do: 'internal',
        by: 'Line Krogh',
        text: 'Jeg har spurgt sundhedsplejen i området. De vil gerne, hvis det er hver anden uge.',
      },
    ],
  },

  // Answered
  {
    asker: 'Pia Storm',
    kind: 'case',
    via: 'phone',
    area: 'noerrebro',
    theme: 'tryghed',
    text: 'Kan gadeplan komme forbi gården ved Hothers Plads om fredagen? Der samles mange unge efter lukketid i klubben, og de vil gerne snakke med nogen, de kender.',
    askedAgo: 7,
    steps: [
      {
        ago: 6,
        do: 'route',
        to: 'SOF',
        question: 'Kan gadeplan lægge et fast besøg ind fredag aften?',
      },
      { ago: 6, do: 'accept', by: 'SOF' },
      {
        ago: 5,
        do: 'internal',
        by: 'Mette Holm',
        text: 'Klubben har åbent mandag til torsdag. Tag det med på næste møde, hvis der mangler noget om fredagen.',
      },
      {
        ago: 3,
        do: 'part-answer',
        by: 'SOF',
        text: 'Gadeplan kommer forbi hver fredag mellem kl. 20 og 22 til og med næste måned.',
      },
      {
        ago: 2,
        do: 'answer',
        text: 'Ja. Gadeplan kommer forbi gården hver fredag mellem kl. 20 og 22 til og med næste måned. Derefter ser vi sammen på, om det skal fortsætte.',
      },
    ],
  },

  // Awaiting the asker
  {
    asker: 'Pia Storm',
    kind: 'case',
    via: 'web',
    area: 'noerrebro',
    theme: null,
    text: 'Skal vi søge om lov til at holde sommerfest på gaden ud for Blågården? Vi regner med boder, musik og langborde en lørdag fra kl. 12 til 20.',
    askedAgo: 6,
    steps: [
      {
        ago: 5,
        do: 'route',
        to: 'TMF',
        question: 'Hvilken tilladelse skal de have, og hvor lang tid før skal de søge?',
      },
      { ago: 4, do: 'accept', by: 'TMF' },
      {
        ago: 3,
        do: 'ask',
        text: 'Hvilken lørdag bliver det, og skal gaden spærres for biler?',
      },
    ],
  },

  // With a department
  {
    asker: 'Pia Storm',
    kind: 'question',
    via: 'web',
    area: 'noerrebro',
    theme: 'beskaeftigelse',
    text: 'Hvordan kan jobcenteret henvise ledige til brobyggeren på Hothers Plads? Brobyggeren har plads til fem flere, men vi ved ikke, hvem der skal have besked.',
    askedAgo: 4,
    steps: [
      {
        ago: 3,
        do: 'route',
        to: 'BIF',
        question: 'Hvordan bliver en ledig henvist til brobyggeren, og hvem giver I besked?',
      },
      { ago: 3, do: 'accept', by: 'BIF' },
      {
        ago: 2,
        do: 'internal',
        by: 'Søren Bak',
        text: 'Jeg aftaler arbejdsgangen med holdet på torsdag og skriver svaret bagefter.',
      },
    ],
  },

  // Awaiting the asker, before any department was asked
  {
    asker: 'Rikke Hedelund',
    kind: 'question',
    via: 'phone',
    area: 'bispebjerg',
    theme: 'tryghed',
    text: 'Hvem står for snerydning på trappen ned mod legepladsen i Bispebjerg Nord? Ejendomskontoret rydder resten, men er i tvivl om trappen.',
    askedAgo: 4,
    steps: [
      {
        ago: 3,
        do: 'ask',
        text: 'Er det trappen inde på boligafdelingens grund eller den ude ved vejen? Send gerne et billede eller et kort.',
      },
    ],
  },

  // Routed
  {
    asker: 'Pia Storm',
    kind: 'case',
    via: 'mail',
    area: 'noerrebro',
    theme: 'tryghed',
    text: 'Kan der komme bedre belysning på stien bag Titanparken? Beboerne går en omvej om aftenen, fordi der er langt mellem lamperne.',
    askedAgo: 4,
    steps: [
      {
        ago: 3,
        do: 'route',
        to: 'TMF',
        question: 'Er stien kommunens, og kan der komme flere lamper?',
      },
    ],
  },
  {
    asker: 'Rikke Hedelund',
    kind: 'question',
    via: 'phone',
    area: 'bispebjerg',
    theme: 'uddannelse',
    text: 'Er der plads til ti børn mere til lektiehjælp på Rentemestervej? Vores egen lektiecafé holder pause, mens fællesrummet bliver malet.',
    askedAgo: 4,
    steps: [
      { ago: 3, do: 'route', to: 'BUF', question: 'Er der plads til ti børn mere?' },
      {
        ago: 2,
        do: 'refuse',
        by: 'BUF',
        text: 'Lektiecaféen på Rentemestervej er bibliotekets og ikke skolens. Spørg KFF.',
      },
      { ago: 1, do: 'route', to: 'KFF', question: 'Er der plads til ti børn mere tirsdag og torsdag?' },
    ],
  },

  // Received
  {
    asker: 'Åse Aagaard',
    kind: 'question',
    via: 'mail',
    area: null,
    theme: null,
    text: 'Findes der en samlet oversigt over kommunens tilbud til nybagte forældre? Vi vil lægge den i velkomstmappen i alle vores boligafdelinger i byen.',
    askedAgo: 3,
    steps: [
      {
        ago: 2,
        do: 'internal',
        by: 'Mette Holm',
        text: 'Kan både være BUF og SOF. Jeg ser først efter, hvad der står under tilbud.',
      },
    ],
  },
  {
    asker: 'Erik Dam',
    kind: 'question',
    via: 'phone',
    area: 'vesterbro-sydhavnen',
    theme: null,
    text: 'Kan storskrald fra Baunehøj blive hentet oftere? Op til flyttedagene fylder gamle møbler i porten, og der går to uger, før de bliver hentet.',
    askedAgo: 2,
    steps: [],
  },
  {
    asker: 'Pia Storm',
    kind: 'question',
    via: 'web',
    area: 'noerrebro',
    theme: null,
    text: 'Hvem er vores kontaktperson på jobcenteret for unge ledige i Blågården? De unge vil gerne i praktik, men vi bliver stillet om, når vi ringer.',
    askedAgo: 1,
    steps: [],
  },
]

/** All that is given must hold, of the words one. */
export const ROUTING_RULES: { area: string | null; theme: string | null; words: string; to: string }[] = [
  { area: null, theme: null, words: 'jobcenter, ledige, fritidsjob, praktik', to: 'BIF' },
  {
    area: null,
    theme: null,
    words: 'lektiehjælp, gymnastiksal, ungdomsklub, sundhedsplejerske',
    to: 'BUF',
  },
  { area: null, theme: null, words: 'storskrald, snerydning, belysning, sommerfest', to: 'TMF' },
  { area: null, theme: 'tryghed', words: 'gadeplan, familierådgiver, familierådgivning', to: 'SOF' },
  { area: null, theme: 'beskaeftigelse', words: 'mentor, efterværn', to: 'SOF' },
  { area: null, theme: null, words: 'bibliotek, medborgerhus, kulturhus, svømmehal', to: 'KFF' },
  { area: 'bispebjerg', theme: 'uddannelse', words: 'lektiecafé, Rentemestervej', to: 'KFF' },
]
