import type { Funder, InitiativeState, Likelihood, MethodResult } from '@/db/schema'

/** Everything here is made up for the demo; the points are near where such places lie. */

type PlanData = {
  plan: string
  purpose: string
  contract: string
  /** Months from today to its end. */
  endsIn: number
  estates: [name: string, latitude: number, longitude: number][]
  /** Million kroner. */
  shares?: Partial<Record<Funder, number>>
}

export const PLANS: PlanData[] = [
  {
    plan: 'NørreBrobyggerne',
    purpose:
      'Flere unge i uddannelse og job, og tryggere gårde. Planen bygger bro til kommunens tilbud i stedet for at lave dem om.',
    contract: 'Samarbejdsaftale for Nørrebro',
    endsIn: 8,
    estates: [
      ['Hothers Plads', 55_705_200, 12_541_000],
      ['Titanparken', 55_706_400, 12_545_800],
    ],
    shares: { fund: 30, organisations: 5, municipality: 5 },
  },
  {
    plan: 'Blågården',
    purpose: 'Familier i Blågården skal kende de tilbud, der ligger rundt om hjørnet.',
    contract: 'Samarbejdsaftale for Nørrebro',
    endsIn: 26,
    estates: [['Blågården', 55_686_800, 12_555_600]],
    shares: { fund: 12, organisations: 2, municipality: 2 },
  },
  {
    plan: 'Partnerskabet Urbanplanen',
    purpose: 'Beskæftigelse og fritidsliv i Urbanplanen, sammen med skolerne og biblioteket.',
    contract: 'Samarbejdsaftale for Amager/Sundby',
    endsIn: 20,
    estates: [['Remisevænget Nord', 55_651_500, 12_592_300]],
  },
  {
    plan: 'NV-LIFE',
    purpose: 'Naboskab og uddannelse i Nordvest.',
    contract: 'Samarbejdsaftale for Bispebjerg',
    endsIn: 14,
    estates: [['Bispebjerg Nord', 55_712_300, 12_541_900]],
  },
  {
    plan: 'Fællesskaberne i Sydhavnen',
    purpose: 'Beboere og foreninger driver mere selv, med rådgivning tæt på.',
    contract: 'Samarbejdsaftale for Vesterbro/Sydhavnen',
    endsIn: 30,
    estates: [['Baunehøj', 55_651_900, 12_541_500]],
  },
  {
    plan: 'Tingbjerg-Utterslevhuse',
    purpose: 'Flere børn i fritidsliv og flere voksne i job i Tingbjerg.',
    contract: 'Samarbejdsaftale for Husum/Tingbjerg',
    endsIn: 3,
    estates: [['Tingbjerg III', 55_722_100, 12_485_200]],
  },
]

type OfferData = {
  party: string
  title: string
  description: string
  kind: string
  theme: string
  group: string
  area: string | null
  place: string
  opening: string
  /** Where it lies. */
  at?: [latitude: number, longitude: number, estate: string]
  /** Months since the department last confirmed it. */
  confirmed: number
}

export const OFFERS: OfferData[] = [
  {
    party: 'BUF',
    title: 'Nørrebro Ungdomsklub',
    description:
      'Kommunal ungdomsklub for unge mellem 14 og 18 år: værksted, musik, lektier og fællesspisning.',
    kind: 'klub',
    theme: 'tryghed',
    group: 'unge',
    area: 'noerrebro',
    place: 'Ved Hothers Plads',
    opening: 'Mandag til torsdag kl. 15.00–21.00',
    at: [55_705_200, 12_541_000, 'Hothers Plads'],
    confirmed: 3,
  },
  {
    party: 'SOF',
    title: 'Åben familierådgivning',
    description:
      'Gratis og anonym rådgivning til forældre om børn, skilsmisse og økonomi. Man kan komme uden tid.',
    kind: 'raadgivning',
    theme: 'tryghed',
    group: 'familier',
    area: null,
    place: 'Fire steder i byen',
    opening: 'Hver hverdag kl. 10.00–16.00',
    confirmed: 5,
  },
  {
    party: 'BIF',
    title: 'Jobcenterets fritidsjobkoordinator',
    description: 'Hjælper unge fra 13 år med at søge og beholde et fritidsjob.',
    kind: 'fritidsjob',
    theme: 'beskaeftigelse',
    group: 'unge',
    area: null,
    place: 'Skoler og klubber i hele byen',
    opening: 'Efter aftale',
    confirmed: 14,
  },
  {
    party: 'KFF',
    title: 'Lektiecafé på biblioteket',
    description: 'Frivillige hjælper elever med lektier og opgaver i biblioteket.',
    kind: 'lektiehjaelp',
    theme: 'uddannelse',
    group: 'boern',
    area: 'bispebjerg',
    place: 'Biblioteket på Rentemestervej',
    opening: 'Tirsdag og torsdag kl. 15.00–18.00',
    confirmed: 7,
  },
  {
    party: 'SUF',
    title: 'Motion for ældre',
    description: 'Holdtræning og gåture for beboere over 65 år.',
    kind: 'idraet-og-bevaegelse',
    theme: 'tryghed',
    group: 'aeldre',
    area: 'vesterbro-sydhavnen',
    place: 'Sundhedshuset',
    opening: 'Mandag og onsdag kl. 10.00',
    confirmed: 2,
  },
]

type InitiativeData = {
  plan: string
  title: string
  description: string
  kind: string
  /** Without one it stands under "Mangler tema". */
  theme?: string
  group: string
  estate?: string
  coreService: string
  civicPartner?: string
  parties: string[]
  state: InitiativeState
  hill: number
  note: string
  /** Kroner. */
  cost?: number
  cofinanced?: number
  leadsTo?: string
  /** Of the last quarters, the newest last: how many were met, and how many of them were led on there. */
  counted?: [contacts: number, ledOn: number][]
}

export const INITIATIVES: InitiativeData[] = [
  {
    plan: 'NørreBrobyggerne',
    title: 'Fritidsjob med mentor',
    description:
      'Unge fra 13 år får hjælp til ansøgning, CV og den første samtale, og en mentor det første halve år.',
    kind: 'fritidsjob',
    theme: 'beskaeftigelse',
    group: 'unge',
    estate: 'Titanparken',
    coreService: 'Jobcenterets indsats for unge under 18 år',
    civicPartner: 'Beboerforeningen i Titanparken',
    parties: ['fsb', 'BIF'],
    state: 'approved',
    hill: 4,
    note: 'To hold er i gang.',
    cost: 800_000,
    cofinanced: 200_000,
    leadsTo: 'Jobcenterets fritidsjobkoordinator',
  },
  {
    plan: 'NørreBrobyggerne',
    title: 'Familierådgivning i beboercaféen',
    description:
      'Socialrådgiver og beboere står sammen for en åben rådgivning i caféen en eftermiddag om ugen.',
    kind: 'raadgivning',
    theme: 'tryghed',
    group: 'familier',
    estate: 'Hothers Plads',
    coreService: 'Socialforvaltningens familierådgivning',
    civicPartner: 'Beboercaféens frivillige',
    parties: ['fsb', 'SOF'],
    state: 'approved',
    hill: 3,
    note: 'Rådgiveren er fundet, caféen åbner til foråret.',
    cost: 450_000,
    cofinanced: 112_500,
    leadsTo: 'Åben familierådgivning',
    counted: [
      [18, 7],
      [26, 12],
      [9, 3],
    ],
  },
  {
    plan: 'NørreBrobyggerne',
    title: 'Sommerudflugt for beboere',
    description: 'En fælles udflugt for alle beboere.',
    kind: 'beboeraktivitet',
    group: 'alle-beboere',
    coreService: 'Er ikke afklaret endnu',
    parties: ['fsb'],
    state: 'draft',
    hill: 1,
    note: 'Foreslået af afdelingsbestyrelsen.',
    cost: 90_000,
    cofinanced: 22_500,
  },
  {
    plan: 'Partnerskabet Urbanplanen',
    title: 'Jobcafé i Urbanplanen',
    description: 'Åben café med jobvejledning og kontakt til virksomheder på Amager.',
    kind: 'beboercafe',
    theme: 'beskaeftigelse',
    group: 'ledige',
    estate: 'Remisevænget Nord',
    coreService: 'Jobcenterets virksomhedsservice',
    parties: ['3B', 'BIF'],
    state: 'approved',
    hill: 4,
    note: 'Velbesøgt hver uge.',
    cost: 600_000,
    cofinanced: 150_000,
  },
  {
    plan: 'NV-LIFE',
    title: 'Lektiehjælp i fællesrummet',
    description: 'Studerende hjælper børn med lektier to gange om ugen.',
    kind: 'lektiehjaelp',
    theme: 'uddannelse',
    group: 'boern',
    estate: 'Bispebjerg Nord',
    coreService: 'Skolernes faglige støtte',
    civicPartner: 'Ungdommens frivillige',
    parties: ['AAB', 'BUF'],
    state: 'draft',
    hill: 2,
    note: 'Mangler lokale.',
    cost: 240_000,
    cofinanced: 60_000,
  },
  {
    plan: 'Fællesskaberne i Sydhavnen',
    title: 'Kvindenetværk i Sydhavnen',
    description: 'Kvinder mødes om sprog, job og hverdagen.',
    kind: 'netvaerk',
    theme: 'beskaeftigelse',
    group: 'kvinder',
    estate: 'Baunehøj',
    coreService: 'Jobcenterets indsats for ægtefælleforsørgede',
    parties: ['AKB København', 'SUF'],
    state: 'approved',
    hill: 5,
    note: 'Kører af sig selv.',
    cost: 300_000,
    cofinanced: 75_000,
  },
  {
    plan: 'Tingbjerg-Utterslevhuse',
    title: 'Tryghedsvandringer i Tingbjerg',
    description: 'Beboere, politi og kommune går sammen en aften i kvartalet.',
    kind: 'tryghedsvandring',
    theme: 'tryghed',
    group: 'alle-beboere',
    estate: 'Tingbjerg III',
    coreService: 'Kommunens tryghedspartnerskab',
    parties: ['fsb', 'TMF'],
    state: 'approved',
    hill: 3,
    note: 'Næste vandring er planlagt.',
    cost: 60_000,
    cofinanced: 15_000,
  },
]

export const REMARKS = [
  {
    plan: 'NørreBrobyggerne',
    person: 'Søren Bak',
    text: 'Målet om fritidsjob hænger godt sammen med jobcenterets egen indsats. Skriv, hvordan de unge følges, når planen slutter.',
    shared: true,
  },
  {
    plan: 'NørreBrobyggerne',
    person: 'Line Krogh',
    text: 'Internt: BUF er i tvivl, om der er kræfter til endnu en aktivitet for de samme unge.',
    shared: false,
  },
]

type MethodData = {
  title: string
  description: string
  kind: string
  evidence: string
  trials: [forum: string, result: MethodResult, triedBy: string, note: string][]
}

export const METHODS: MethodData[] = [
  {
    title: 'Rådgiver i beboercaféen',
    description:
      'En kommunal rådgiver har fast træffetid i en café, som beboere driver. Snakken kommer før skemaet.',
    kind: 'raadgivning',
    evidence: 'Flere familier kommer i kontakt med rådgivningen, end når de selv skal finde den.',
    trials: [
      ['noerrebro', 'trying', 'fsb og SOF', 'Begynder i beboercaféen ved Hothers Plads.'],
      ['vesterbro-sydhavnen', 'works', 'AKB København og SUF', 'Har kørt i to år.'],
    ],
  },
  {
    title: 'Fritidsjob gennem lokale butikker',
    description:
      'Butikkerne i området tager én ung hver, og en mentor følger begge parter det første halve år.',
    kind: 'fritidsjob',
    evidence: '',
    trials: [['noerrebro', 'works', 'fsb og BIF', '']],
  },
]

export const GOALS: [forum: string, titles: string[]][] = [
  ['noerrebro', ['Flere unge i fritidsjob', 'Familier kender kommunens rådgivning']],
  ['amager-sundby', ['Flere beboere i job']],
  ['bispebjerg', ['Bedre skolegang']],
]

export const RISKS: [forum: string, title: string, likelihood: Likelihood, watcher: string][] = [
  ['noerrebro', 'NørreBrobyggerne slutter, før afløseren er bevilget', 'high', 'Mette Holm'],
  ['husum-tingbjerg', 'Genhusning flytter de familier, indsatserne er for', 'medium', 'Amina Yusuf'],
]

/** What items of a forum are about. */
export const NAMED: [forum: string, item: string, plan: string][] = [
  ['noerrebro', 'Ventelister i afklaringsforløb', 'NørreBrobyggerne'],
  ['noerrebro', 'Send liste over ventende til BIF', 'NørreBrobyggerne'],
]
