import { carriedOut, type DemoYear } from '../content'

const FAMILY = 'Familierådgivning tæt på hjemmet'
const CAFE = 'Beboercafé med gårdhave'
const NIGHT = 'Tryghedsvandringer'

export const bispebjerg: DemoYear = {
  forum: 'bispebjerg',
  lastDaysAgo: 4,
  lastMinutes: 'drafting',
  past: [
    {
      sinceLast: 'Fem opgaver er lukket. Opgaven om skilte er annulleret, fordi vejen alligevel lægges om.',
      items: [
        {
          topic: NIGHT,
          kind: 'decision',
          presenter: 'ØKF',
          minutes: 25,
          notes: ['Beboerne går gerne med, hvis de ved, hvad der sker bagefter med det, de peger på.'],
          decisions: [{ text: 'Hver vandring ender med en liste, som forummet svarer på inden fire uger.' }],
          actionItems: [
            carriedOut(
              'Planlæg fire vandringer med afdelingsbestyrelserne',
              ['ØKF', 'Signe Ravn'],
              30,
              'Fire aftener er aftalt, en i hver afdeling.',
            ),
          ],
        },
        {
          topic: CAFE,
          kind: 'discussion',
          presenter: 'AKB København',
          proposer: 'AKB København',
          minutes: 20,
          notes: ['Lokalet er der, men køkkenet mangler udsugning. Uden mad kommer der ingen.'],
          actionItems: [
            carriedOut(
              'Få en pris på udsugning i beboerlokalet',
              ['AKB København', 'Erik Dam'],
              28,
              'To tilbud er hentet. Det billigste er lagt til bestyrelsen.',
            ),
          ],
        },
      ],
      attendance: { apologies: ['Bente Kruse'] },
    },
    {
      sinceLast: 'Den første vandring gav 14 punkter. 9 er løst, 5 er sendt videre.',
      items: [
        {
          topic: FAMILY,
          kind: 'decision',
          presenter: 'SOF',
          minutes: 30,
          notes: [
            'Familierne kommer sent. De kender ikke rådgivningen og vil nødig møde op på et kontor.',
            'Beboerprojektet har et rum med egen indgang.',
          ],
          internalNotes: ['SOF kan stille en rådgiver ti timer om ugen, hvis BUF betaler tolken.'],
          decisions: [
            {
              text: 'En familierådgiver har åben tid i beboerprojektet tirsdag eftermiddag i et forsøgsår.',
              reviewAfter: 330,
            },
          ],
          actionItems: [
            carriedOut(
              'Gør rummet klar med dør, der kan lukkes',
              ['fsb', 'Pia Storm'],
              35,
              'Rummet er malet, og der er sat lydisolering på døren.',
            ),
            carriedOut(
              'Udpeg rådgiveren og aftal opstart',
              ['SOF', 'Thomas Ellegaard'],
              40,
              'Rådgiveren begynder den første tirsdag i næste måned.',
            ),
          ],
        },
        {
          topic: 'Ny skolevej under ombygningen',
          kind: 'orientation',
          presenter: 'TMF',
          minutes: 10,
          notes: ['Skoleeleverne går ad den østlige sti i otte måneder. Der sættes hegn.'],
        },
      ],
      attendance: { deputies: { 'Erik Dam': 'Camilla Toft' }, absent: ['Peter Lindgren'] },
    },
    {
      sinceLast: 'Rådgiveren er begyndt. De første tirsdage kom der 11 familier i alt.',
      items: [
        {
          topic: CAFE,
          kind: 'decision',
          presenter: 'AKB København',
          minutes: 20,
          notes: ['Udsugningen er betalt af afdelingen. Haven kan være klar om et par måneder.'],
          decisions: [
            {
              text: 'Caféen åbner to dage om ugen. SUF giver kost til én af dem det første halve år.',
              became: ['lapsed', 200],
            },
          ],
          actionItems: [
            carriedOut(
              'Find fem frivillige til køkkenet',
              ['AKB København', 'Erik Dam'],
              30,
              'Syv har meldt sig. Fire har taget hygiejnebevis.',
            ),
            carriedOut(
              'Hold kursus i billig og sund mad',
              ['SUF', 'Nadia Rahimi'],
              55,
              'Kurset er holdt to aftener med 16 deltagere.',
            ),
          ],
        },
        {
          topic: 'Ungdomshus og åbningstider',
          kind: 'discussion',
          presenter: 'BUF',
          minutes: 20,
          notes: ['Huset lukker kl. 20. De unge er ude til kl. 22, mest ved stationen.'],
          actionItems: [
            {
              title: 'Undersøg, hvad det koster at holde åbent to timer længere',
              for: ['BUF', 'Line Krogh'],
              due: 40,
              steps: [
                { step: 'accepted', on: 8 },
                { step: 'date_asked', on: 32, text: 'Vagtplanen for næste halvår er ikke færdig.', due: 70 },
                { step: 'date_kept', on: 34, text: 'Et overslag er nok til næste møde.' },
                {
                  step: 'reported_done',
                  on: 39,
                  text: 'To timer fredag og lørdag koster det samme som en lukket mandag.',
                },
                { step: 'closed', on: 41 },
              ],
            },
          ],
        },
      ],
      attendance: { apologies: ['Signe Ravn'], arrivedAt: { 'Ejvind Lassen': '09:50' } },
    },
    {
      sinceLast: 'Caféen er åben. Overslaget over ungdomshusets åbningstider er lagt frem.',
      items: [
        {
          topic: 'Ungdomshus og åbningstider',
          kind: 'decision',
          presenter: 'BUF',
          minutes: 20,
          decisions: [{ text: 'Ungdomshuset holder åbent til kl. 22 fredag og lørdag og lukket mandag.' }],
          actionItems: [
            carriedOut(
              'Skriv de nye tider på dør, plakat og hjemmeside',
              ['BUF', 'Line Krogh'],
              20,
              'Tiderne er sat op. De unge har tegnet plakaten.',
            ),
          ],
        },
        {
          topic: NIGHT,
          kind: 'orientation',
          presenter: 'ØKF',
          minutes: 15,
          notes: [
            'Tre af fire vandringer er gået. Flest peger på hækken ved vaskeriet og på cykler i opgangen.',
          ],
          actionItems: [
            carriedOut(
              'Klip hækken ved vaskeriet ned til en meter',
              ['SAB', 'Bente Kruse'],
              21,
              'Hækken er klippet, og lampen er fri.',
            ),
          ],
        },
      ],
      attendance: { absent: ['Line Krogh'], deputies: { 'Pia Storm': 'Rikke Hedelund' } },
    },
    {
      sinceLast: 'Ungdomshuset har fået flere gæster om fredagen. Hækken er klippet.',
      items: [
        {
          topic: FAMILY,
          kind: 'orientation',
          presenter: 'SOF',
          minutes: 20,
          notes: ['74 familier har været forbi. De fleste spørger om skole, breve og bolig.'],
          actionItems: [
            {
              title: 'Lav en oversigt over, hvad familierne spørger om',
              for: ['SOF', 'Thomas Ellegaard'],
              due: { today: -15 },
              steps: [
                { step: 'accepted', on: 6 },
                {
                  step: 'reported_done',
                  on: { today: -22 },
                  text: 'Oversigten er vedlagt.',
                  link: 'https://dokumenter.demo.invalid/oversigt',
                },
                { step: 'sent_back', on: { today: -19 }, text: 'Tal under 5 skal skrives som »under 5«.' },
              ],
            },
            {
              title: 'Skaf en tolk til hver anden tirsdag',
              for: ['BUF', 'Line Krogh'],
              due: { today: -8 },
              steps: [
                { step: 'accepted', on: 9 },
                {
                  step: 'waiting',
                  on: { today: -25 },
                  text: 'SOF melder, hvilke sprog der er brug for',
                  due: { today: -10 },
                },
              ],
            },
          ],
        },
        {
          topic: 'Indbrud i kælderrum',
          kind: 'discussion',
          presenter: 'SAB',
          proposer: 'SAB',
          minutes: 15,
          visibility: 'own',
          description: 'SAB ønsker råd om låse og belysning, før beboerne får besked.',
          notes: ['ØKF kommer forbi med råd om sikring. SAB skriver selv til beboerne.'],
          actionItems: [
            {
              title: 'Send billeder af kælderdørene til ØKF',
              for: ['SAB', 'Bente Kruse'],
              due: { today: 6 },
              visibility: 'own',
              steps: [{ step: 'accepted', on: 4 }],
            },
          ],
        },
      ],
      attendance: { apologies: ['Nadia Rahimi'], leftAt: { 'Thomas Ellegaard': '11:00' } },
    },
    {
      sinceLast: 'Oversigten over familiernes spørgsmål mangler stadig. Tolken er ikke fundet.',
      items: [
        {
          topic: CAFE,
          title: 'Caféen efter det første halve år',
          kind: 'decision',
          presenter: 'AKB København',
          minutes: 25,
          notes: ['Caféen har 55 gæster om ugen. Frivillige dækker nu begge dage.'],
          internalNotes: ['SUF kan ikke forlænge. Det skal siges, før referatet sendes.'],
          decisions: [{ text: 'Caféen fortsætter uden tilskud til mad. Gæsterne betaler 25 kr.' }],
          actionItems: [
            {
              title: 'Regn på, om 25 kr. dækker råvarerne',
              for: ['AKB København', 'Erik Dam'],
              due: { today: 25 },
            },
          ],
        },
        {
          topic: 'Jobcafé i biblioteket',
          kind: 'discussion',
          presenter: 'KFF',
          minutes: 20,
          notes: ['Biblioteket har rum og kaffe. BIF har ingen plads i forummet lige nu og skal spørges.'],
          decisions: [
            { text: 'Tovholderen beder BIF om at udpege en til forummet.', visibility: 'internal' },
          ],
          actionItems: [
            {
              title: 'Foreslå to aftener til en jobcafé',
              for: ['KFF', 'Peter Lindgren'],
              due: { today: 18 },
            },
            {
              title: 'Spørg de frivillige, om de vil tage imod',
              for: ['fsb', 'Pia Storm'],
              due: { today: 18 },
            },
          ],
          forLater: ['Lektiehjælp for voksne'],
        },
        {
          topic: NIGHT,
          kind: 'orientation',
          presenter: 'ØKF',
          minutes: 10,
          notes: ['Den sidste vandring er udsat på grund af regn.'],
          actionItems: [
            {
              title: 'Find en ny aften til vandringen',
              for: ['ØKF', 'Signe Ravn'],
              due: { today: 11 },
            },
          ],
        },
      ],
      attendance: { absent: ['Line Krogh'], apologies: ['Ejvind Lassen'] },
    },
  ],
  coming: {
    inDays: 52,
    state: 'announced',
    agenda: 'unfinished',
    items: [
      {
        topic: FAMILY,
        kind: 'discussion',
        presenter: 'SOF',
        minutes: 25,
        description: 'Forsøgsåret er ved at være gået. Hvad skal fortsætte, og hvem betaler?',
      },
    ],
  },
}
