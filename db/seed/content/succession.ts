import type { LeftKind, Placement } from '@/db/schema'

/** What the note says of how many there were: more than thirty, and no number beside it (S14). */
export const COUNT = {
  count: 30,
  qualifier: 'more_than',
  asOf: '2011-12-31',
  source: 'Notat 2013-0230260-6',
} as const

type Baseline = [
  group: string,
  meetingsAYear: number | null,
  municipalPeople: number | null,
  hoursAYear: number | null,
  source: string,
  how?: 'estimated',
]

const MINUTES = 'Styregruppens referater 2010-2011 (illustrativt)'
const TOLD = 'Fortalt af helhedsplanens leder (illustrativt)'

/** How about half of them were; of the rest nobody knows. */
export const BASELINES: readonly Baseline[] = [
  ['Styregruppen for NørreBrobyggerne', 6, 7, 126, MINUTES],
  ['Styregruppen for Mjølnerparken', 8, 6, 144, MINUTES],
  ['Styregruppen for Aldersrogade', 4, 5, null, MINUTES],
  ['Styregruppen for Lundtoftegade', 6, 4, 72, TOLD, 'estimated'],
  ['Styregruppen for Partnerskabet', 6, 7, 105, MINUTES],
  ['Styregruppen for Amagerbro Helhedsplan', 5, 5, 75, TOLD, 'estimated'],
  ['Styregruppen for Hørgården', 4, null, null, TOLD, 'estimated'],
  ['Styregruppen for Beboerprojekt Puls', 6, 6, 90, MINUTES],
  ['Styregruppen for NV-LIFE', 5, 6, 75, MINUTES],
  ['Styregruppen for Bispeparken', 4, 4, 40, TOLD, 'estimated'],
  ['Styregruppen for Fællesskaberne', 6, 5, 90, MINUTES],
  ['Styregruppen for Mozartsgade', 4, 3, null, TOLD, 'estimated'],
  ['Styregruppen for Tingbjerg-Utterslevhuse', 8, 7, 168, MINUTES],
  ['Styregruppen for Voldparken', null, 4, null, TOLD, 'estimated'],
  ['Styregruppen for Mit Kvarter', 6, 6, 90, MINUTES],
  ['Styregruppen for Folehaven', 4, 5, 50, TOLD, 'estimated'],
]

/** What it left; where it went, and the words of that, or why nowhere. Without, it is still to be placed. */
export type Left = [kind: LeftKind, text: string, where?: Placement, what?: string]

export const LEFT: Record<string, { items: Left[]; closed?: boolean }> = {
  'Styregruppen for Beboerprojekt Puls': {
    closed: true,
    items: [
      [
        'decision',
        'Rådgivningen holdes der, hvor familierne bor.',
        'decision',
        'En familierådgiver har åben tid i beboerprojektet tirsdag eftermiddag i et forsøgsår.',
      ],
      [
        'action_item',
        'Find ud af, hvad familierne spørger om',
        'action_item',
        'Lav en oversigt over, hvad familierne spørger om',
      ],
      ['member', 'SUF’s medlem af styregruppen', 'seat', 'Nadia Rahimi'],
      ['member', 'Planens egen sekretær', 'ended', 'Sekretariatet ligger nu hos det boligsociale team.'],
    ],
  },
  'Styregruppen for Bispeparken': {
    closed: true,
    items: [
      ['decision', 'Der gås tryghedsvandring hvert forår.', 'topic', 'Tryghedsvandringer'],
      ['member', 'TMF’s medlem af styregruppen', 'seat', 'Anders Vinding'],
    ],
  },
  'Styregruppen for Fællesskaberne': {
    closed: true,
    items: [
      [
        'decision',
        'Lokaler deles på tværs af afdelingerne.',
        'decision',
        'Organisationerne deler én liste over lokaler, nøgler og ansvarlige.',
      ],
      [
        'action_item',
        'Søg penge til en bro ved kajen',
        'ended',
        'Broen blev bygget af havnen, før forummet tog over.',
      ],
    ],
  },
  'Styregruppen for NørreBrobyggerne': {
    items: [
      [
        'decision',
        'Lektiehjælpen samles ét sted.',
        'decision',
        'Lektiehjælpen samles på biblioteket tirsdag og torsdag. De to små caféer lukker.',
      ],
      [
        'action_item',
        'Find en kontaktperson i hver forvaltning',
        'action_item',
        'Udpeg kontaktpersoner til de seks planer',
      ],
      ['decision', 'Ferieprogrammet laves i fællesskab.', 'topic', 'Ferieprogram på tværs af gårdene'],
      ['member', 'BUF’s medlem af styregruppen', 'seat', 'Line Krogh'],
      ['action_item', 'Aftal med skolerne, hvem der holder øje med skolevejen'],
      ['member', 'Lokalpolitiets medlem af styregruppen'],
    ],
  },
  'Styregruppen for Lundtoftegade': {
    items: [
      [
        'decision',
        'Beboercaféen får en fast dag med sundhedsplejerske.',
        'topic',
        'Beboercaféen på Lundtoftegade',
      ],
      ['member', 'SOF’s medlem af styregruppen', 'seat', 'Thomas Ellegaard'],
    ],
  },
  'Styregruppen for Tingbjerg-Utterslevhuse': {
    items: [
      [
        'decision',
        'Rådgivningerne åbner samme dag.',
        'decision',
        'Alle rådgivninger i huset holder åbent onsdag kl. 14-18.',
      ],
      ['decision', 'Planen og skolen mødes hver måned.'],
    ],
  },
}
