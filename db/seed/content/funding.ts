import type { AllocationCategory, FigureNature, FundingFigure } from '@/db/schema'

const NOTE = 'Notat 2013-0230260-6'
const ILLUSTRATIVE = 'Illustrativ: opdigtet til demoen'
const WHOLE = 'den samlede investering'

/** Øre of hundredths of a million kroner. */
const ore = (hundredths: number) => hundredths * 1_000_000

export type DemoPeriod = {
  source: string
  shareBasisPoints: number
  activity: number
  coordination: number
  teamFteHundredths: number
  teamPeople: number
  figures: {
    kind: FundingFigure
    nature: FigureNature
    amountOre: number
    claimedBasisPoints?: number
    base: string
    source: string
  }[]
}

/** As the note says it (S18–S24, S54–S61); that its figures do not all agree is the note's (I1, I2). */
export const IN_THE_NOTE: DemoPeriod = {
  source: 'Teknik- og Miljøudvalget 12.12.2011, punkt 10',
  shareBasisPoints: 1250,
  activity: 1060,
  coordination: 190,
  teamFteHundredths: 300,
  teamPeople: 3,
  figures: [
    {
      kind: 'budgeted',
      nature: 'expected',
      amountOre: ore(3000),
      claimedBasisPoints: 1250,
      base: WHOLE,
      source: `${NOTE}; budget 2012 (indgået ml. A, S, B, C, O, V og I)`,
    },
    { kind: 'municipal', nature: 'actual', amountOre: ore(3250), base: WHOLE, source: NOTE },
    {
      kind: 'total',
      nature: 'actual',
      amountOre: ore(26_000),
      base: 'alle, der betaler til indsatserne i de udsatte byområder',
      source: NOTE,
    },
  ],
}

/** Made up, so that the pages have something of today. */
export const OF_TODAY: DemoPeriod = {
  source: ILLUSTRATIVE,
  shareBasisPoints: 1000,
  activity: 850,
  coordination: 150,
  teamFteHundredths: 350,
  teamPeople: 4,
  figures: [
    {
      kind: 'budgeted',
      nature: 'expected',
      amountOre: ore(3600),
      claimedBasisPoints: 1000,
      base: WHOLE,
      source: ILLUSTRATIVE,
    },
    { kind: 'municipal', nature: 'expected', amountOre: ore(3600), base: WHOLE, source: ILLUSTRATIVE },
    {
      kind: 'total',
      nature: 'expected',
      amountOre: ore(36_000),
      base: 'alle, der betaler til indsatserne i de udsatte byområder',
      source: ILLUSTRATIVE,
    },
  ],
}

type DemoDecision = {
  key: string
  body: string
  /** A day, or months before the period begins. */
  on: string | { monthsBefore: number }
  itemNumber?: string
  title: string
  source: string
  remark?: {
    parties: string
    text: string
    /** A day, or days before today. */
    followUp: string | { daysAgo: number }
    followedUp?: string
  }
}

const COUNCIL = 'Borgerrepræsentationen'

export const DECISIONS_IN_THE_NOTE: DemoDecision[] = [
  {
    key: 'principles',
    body: 'Teknik- og Miljøudvalget',
    on: '2011-12-12',
    itemNumber: '10',
    title: 'Principper for medfinansiering af boligsociale helhedsplaner i perioden 2012-2014',
    source: NOTE,
  },
  {
    key: 'may',
    body: COUNCIL,
    on: '2012-05-31',
    title: 'En mindre del af medfinansieringen understøtter samarbejdet i de udsatte byområder',
    source: NOTE,
  },
  {
    key: 'november',
    body: COUNCIL,
    on: '2012-11-29',
    title: 'En mindre del af medfinansieringen understøtter samarbejdet i de udsatte byområder',
    source: NOTE,
  },
  {
    key: 'finance',
    body: 'Økonomiudvalget',
    on: '2013-12-03',
    itemNumber: '20',
    title: 'Medfinansiering af boligsociale helhedsplaner',
    source: NOTE,
    remark: {
      parties:
        'Socialdemokratiet, Det Radikale Venstre, Det Konservative Folkeparti, Venstre og Dansk Folkeparti',
      text: 'De kommunale midler til de boligsociale helhedsplaner i Budget 2012 skal i videst muligt omfang bruges til at gennemføre aktiviteter i de boligsociale helhedsplaner i de berørte bydele.',
      followUp: '2013-12-12',
      followedUp: `${NOTE} redegør for muligheden for at flytte midler fra administration til aktiviteter.`,
    },
  },
  {
    key: 'council',
    body: COUNCIL,
    on: '2013-12-12',
    title: 'Medfinansiering af boligsociale helhedsplaner',
    source: NOTE,
  },
]

export const DECISIONS_OF_TODAY: DemoDecision[] = [
  {
    key: 'pool',
    body: 'Teknik- og Miljøudvalget',
    on: { monthsBefore: 3 },
    itemNumber: '7',
    title: 'Pulje til boligsociale helhedsplaner i den nye periode',
    source: ILLUSTRATIVE,
  },
  {
    key: 'team',
    body: COUNCIL,
    on: { monthsBefore: 1 },
    itemNumber: '14',
    title: 'Det boligsociale team fortsætter i perioden',
    source: ILLUSTRATIVE,
    remark: {
      parties: 'To partier (opdigtet)',
      text: 'Teamet skal hvert år kunne vise, hvad koordineringen har ført til i byområderne.',
      followUp: { daysAgo: 12 },
    },
  },
]

type DemoAllocation = {
  category: AllocationCategory
  label: string
  amountOre: number | 'part'
  /** A plan by its name or an area by its own; all of them without. */
  plan?: string
  area?: string
  restsOn: string[]
  source: string
}

/** The note gives the percentages; what they come to is computed. */
export const GIVEN_IN_THE_NOTE: DemoAllocation[] = [
  {
    category: 'activity',
    label: 'Indsatser udført af boligorganisationerne',
    amountOre: 'part',
    restsOn: ['principles'],
    source: `${NOTE}; regnet af andelen`,
  },
  {
    category: 'coordination',
    label: 'Tre projektmedarbejdere i det boligsociale team',
    amountOre: 'part',
    restsOn: ['may', 'november'],
    source: `${NOTE}; regnet af andelen`,
  },
]

const given = (
  category: AllocationCategory,
  label: string,
  hundredths: number,
  place: { plan?: string; area?: string } = {},
  restsOn = [category === 'activity' ? 'pool' : 'team'],
): DemoAllocation => ({
  category,
  label,
  amountOre: ore(hundredths),
  ...place,
  restsOn,
  source: ILLUSTRATIVE,
})

export const GIVEN_TODAY: DemoAllocation[] = [
  given('activity', 'Fritidsjob og lommepenge', 480, { plan: 'NørreBrobyggerne' }),
  given('activity', 'Familierådgivning i gården', 260, { plan: 'Blågården' }),
  given('activity', 'Job og fritid i Urbanplanen', 520, { plan: 'Partnerskabet Urbanplanen' }),
  given('activity', 'Naboskab i Nordvest', 310, { plan: 'NV-LIFE' }),
  given('activity', 'Beboerdrevet rådgivning', 275, { plan: 'Fællesskaberne i Sydhavnen' }),
  given('activity', 'Børn i fritidsliv', 420, { plan: 'Tingbjerg-Utterslevhuse' }),
  given('activity', 'Tryghedsvandringer', 90, { area: 'Valby/Vigerslev' }),
  given('coordination', 'Brobygger på Nørrebro', 110, { area: 'Nørrebro' }, ['pool', 'team']),
  given('coordination', 'Brobygger i Husum og Tingbjerg', 85, { area: 'Husum/Tingbjerg' }, ['pool', 'team']),
  given('coordination', 'Det boligsociale team', 330),
]
