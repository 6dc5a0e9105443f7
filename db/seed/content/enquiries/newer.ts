import type { SeedEnquiry } from './story'

/** Asked within the last week or so; oldest first. */
export const NEWER: SeedEnquiry[] = [
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
