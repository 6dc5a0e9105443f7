import { carriedOut, type DemoYear } from '../content'

const HOMEWORK = 'Overgang fra klub til ungdomsuddannelse'
const SPORTS = 'Idræt i byrummet'
const LANGUAGE = 'Sprogcafé og beskæftigelse'

const CAFE_TWICE = 'Sprogcaféen har åbent to gange om ugen, én gang hos hver plan.'

export const amagerSundby: DemoYear = {
  forum: 'amager-sundby',
  lastDaysAgo: 49,
  lastMinutes: 'approved',
  past: [
    {
      sinceLast: 'Alle syv opgaver fra sidst er lukket.',
      items: [
        {
          topic: LANGUAGE,
          kind: 'decision',
          presenter: '3B og BIF',
          proposer: '3B',
          minutes: 25,
          notes: [
            'To planer holder sprogcafé samme aften med halvt fyldte borde.',
            'BIF kan sende en jobkonsulent, når der er mindst 15 deltagere.',
          ],
          decisions: [{ text: CAFE_TWICE }],
          actionItems: [
            carriedOut(
              'Læg jobkonsulentens aftener ind i caféernes plan',
              ['BIF', 'Søren Bak'],
              21,
              'Otte aftener er aftalt. Planen hænger i begge caféer.',
            ),
            carriedOut(
              'Flyt den ene café til torsdag',
              ['VIBO', 'Charlotte Ørum'],
              28,
              'Caféen er flyttet, og de frivillige er med på det.',
            ),
          ],
        },
        {
          topic: 'Belysning på stien ved Sundholm',
          kind: 'orientation',
          presenter: 'TMF',
          minutes: 10,
          notes: ['Fire lamper skiftes. Beboerne har peget på stedet ved cykelskuret.'],
        },
      ],
      attendance: { apologies: ['Henrik Kjærsgaard', 'Niels Brandstrup'] },
    },
    {
      sinceLast: 'Sprogcaféen er flyttet, og der kommer flere. Lamperne er skiftet.',
      items: [
        {
          topic: HOMEWORK,
          kind: 'discussion',
          presenter: 'BUF',
          minutes: 30,
          notes: [
            'Klubberne ser de unge forsvinde efter 9. klasse.',
            'Vejlederne vil gerne holde træffetid i klubben, hvis klubben ringer rundt før.',
          ],
          decisions: [
            {
              text: 'Vejlederne har træffetid i to klubber den første onsdag i måneden.',
              became: ['carried_out', 95],
            },
          ],
          actionItems: [
            carriedOut(
              'Aftal de første tre træffetider med vejlederne',
              ['BUF', 'Mikkel Aaby'],
              25,
              'Tre onsdage er aftalt. Klubberne ringer rundt ugen før.',
            ),
          ],
        },
        {
          topic: 'Nye boldbure og støj',
          kind: 'discussion',
          presenter: 'HAB',
          proposer: 'HAB',
          minutes: 20,
          notes: ['Støjen kommer efter kl. 22. De unge foreslår selv, at lyset slukkes kl. 21.30.'],
          decisions: [
            {
              text: 'Lyset i boldburene slukkes kl. 21.30 på hverdage. Ordningen ses efter om et halvt år.',
              reviewAfter: 182,
            },
          ],
          actionItems: [
            carriedOut(
              'Sæt ur på lyset i de to boldbure',
              ['HAB', 'Torben Wiinstedt'],
              30,
              'Urene er sat op og prøvet en uge.',
            ),
          ],
        },
      ],
      attendance: {
        deputies: { 'Ida Marie Lauritzen': 'Thomas Ellegaard' },
        leftAt: { 'Jørgen Kofoed': '14:00' },
      },
    },
    {
      sinceLast: 'Træffetiderne er i gang. Under 5 klager over støj siden sidst.',
      items: [
        {
          topic: SPORTS,
          kind: 'orientation',
          presenter: 'KFF',
          minutes: 20,
          notes: [
            'Tre foreninger vil spille i gårdene en eftermiddag om ugen. De mangler et sted til net og mål.',
          ],
          actionItems: [
            carriedOut(
              'Find et aflåst rum til net og mål',
              ['DFB', 'Maria Sandholt'],
              24,
              'Foreningerne deler et kælderrum. Nøglen ligger hos varmemesteren.',
            ),
          ],
        },
        {
          topic: 'Lommepengejob på tværs af organisationerne',
          kind: 'decision',
          presenter: 'BIF',
          minutes: 20,
          notes: [
            'Fem organisationer har hver sin kontrakt. De unge spørger, hvorfor timelønnen er forskellig.',
          ],
          decisions: [
            {
              text: 'Alle organisationer bruger samme kontrakt og samme timeløn til lommepengejob.',
              became: ['carried_out', 60],
            },
          ],
          actionItems: [
            {
              title: 'Skriv én kontrakt, alle kan bruge',
              for: ['BIF', 'Louise Damsbo'],
              due: 35,
              steps: [
                { step: 'handed_over', on: 2, text: 'Du har talt med juristerne.', to: ['BIF', 'Søren Bak'] },
                { step: 'accepted', on: 4 },
                {
                  step: 'reported_done',
                  on: 30,
                  text: 'Kontrakten er skrevet og godkendt af alle fem organisationer.',
                },
                { step: 'closed', on: 33 },
              ],
            },
            {
              title: 'Oversæt kontrakten til engelsk og somali',
              for: ['BIF', 'Søren Bak'],
              due: 50,
              steps: [
                {
                  step: 'refused',
                  on: 9,
                  text: 'BIF oversætter ikke private kontrakter. Boligorganisationen er arbejdsgiver.',
                },
                {
                  step: 'reassigned',
                  on: 12,
                  text: '3B har en tolk, der kan gøre det.',
                  to: ['3B', 'Mads Bjerregaard'],
                  due: 64,
                },
                { step: 'reported_done', on: 58, text: 'Begge oversættelser ligger sammen med kontrakten.' },
                { step: 'closed', on: 60 },
              ],
            },
          ],
        },
      ],
      attendance: {
        apologies: ['Charlotte Ørum'],
        guests: [['Ebba Lyng', 'Formidler', 'Gadeidrætten']],
      },
    },
    {
      sinceLast: 'Kontrakten er taget i brug. Boldburene ses efter på næste møde.',
      items: [
        {
          topic: LANGUAGE,
          kind: 'decision',
          presenter: 'VIBO',
          minutes: 15,
          notes: ['Torsdagscaféen er vokset til 40. Tirsdagscaféen lukker af sig selv.'],
          decisions: [
            {
              text: 'Sprogcaféen samles om torsdagen med plads til 50 og børnepasning.',
              replaces: CAFE_TWICE,
            },
          ],
          actionItems: [
            carriedOut(
              'Find to til børnepasning om torsdagen',
              ['VIBO', 'Charlotte Ørum'],
              21,
              'To unge fra lommepengeholdet passer børnene.',
            ),
          ],
        },
        {
          topic: 'Sundhedstjek i vaskeriet',
          kind: 'orientation',
          presenter: 'SUF',
          minutes: 15,
          notes: ['62 fik målt blodtryk på tre eftermiddage. Næste gang er sundhedsplejersken også med.'],
        },
        {
          topic: 'Bemanding i teamet',
          kind: 'orientation',
          presenter: 'Tovholder',
          minutes: 5,
          visibility: 'internal',
          notes: ['Tovholderen er på kursus i tre uger. Stedfortræderen tager henvendelserne imens.'],
        },
      ],
      attendance: { absent: ['Niels Brandstrup'], arrivedAt: { 'Mikkel Aaby': '13:15' } },
    },
    {
      sinceLast: 'Sprogcaféen er samlet. Børnepasningen fungerer.',
      items: [
        {
          topic: SPORTS,
          kind: 'decision',
          presenter: 'KFF',
          minutes: 20,
          notes: ['Foreningerne fortsætter, hvis de får strøm til en lampe og et sted at fylde vand.'],
          decisions: [{ text: 'Boligorganisationerne giver strøm og vand til gadeidræt uden betaling.' }],
          actionItems: [
            carriedOut(
              'Send liste over udendørs vandhaner til KFF',
              ['AAB', 'Åse Aagaard'],
              14,
              'Listen er sendt. Tre haner virker, to mangler nøgle.',
            ),
          ],
        },
        {
          topic: 'Genbrug og storskrald',
          kind: 'discussion',
          presenter: 'Lejerbo',
          proposer: 'Lejerbo',
          minutes: 15,
          notes: ['Byttehylden i nærheden af vaskeriet bliver brugt. Den mangler en, der rydder op.'],
          actionItems: [
            carriedOut(
              'Lav en vagtplan for byttehylden',
              ['Lejerbo', 'Henrik Kjærsgaard'],
              21,
              'Seks beboere deles om vagten, to uger hver.',
            ),
          ],
        },
      ],
      attendance: { apologies: ['Torben Wiinstedt'], deputies: { 'Kirsten Møllebro': 'Anders Vinding' } },
    },
    {
      sinceLast: 'Strøm og vand til gadeidræt er på plads de fleste steder.',
      items: [
        {
          topic: HOMEWORK,
          kind: 'discussion',
          presenter: 'BUF',
          minutes: 25,
          notes: [
            '31 unge har brugt træffetiden. Halvdelen er i gang med en uddannelse.',
            'Vejlederne kan kun fortsætte i den ene klub.',
          ],
          internalNotes: ['BUF overvejer at flytte vejlederne til en anden bydel. Vent med at nævne det.'],
          actionItems: [
            {
              title: 'Skriv, hvad træffetiden har ført til, på én side',
              for: ['BUF', 'Mikkel Aaby'],
              due: { today: 8 },
              steps: [{ step: 'accepted', on: 6 }],
            },
            {
              title: 'Spørg klubberne, hvilken aften der passer bedst',
              for: ['KFF', 'Hanne Skovgaard'],
              due: { today: -2 },
              steps: [
                { step: 'accepted', on: 4 },
                { step: 'reported_done', on: { today: -3 }, text: 'Onsdag passer fire af fem klubber.' },
              ],
            },
          ],
        },
        {
          topic: 'Lommepengejob på tværs af organisationerne',
          kind: 'orientation',
          presenter: 'BIF',
          minutes: 15,
          notes: ['46 unge har haft job. Arbejdspladserne vil gerne have flere over 15 år.'],
          actionItems: [
            {
              title: 'Find ti arbejdspladser til unge over 15 år',
              for: ['BIF', 'Søren Bak'],
              due: { today: 15 },
              steps: [{ step: 'accepted', on: 7 }],
            },
            {
              title: 'Meld ledige job i ejendomsdriften ind',
              for: ['HAB', 'Torben Wiinstedt'],
              due: { today: -6 },
            },
            {
              title: 'Ret kontrakten, så den også gælder weekender',
              for: ['3B', 'Mads Bjerregaard'],
              due: { today: 5 },
              steps: [
                { step: 'accepted', on: 7 },
                {
                  step: 'reported_done',
                  on: { today: -4 },
                  text: 'Rettet i afsnit 3. Sendt til alle fem organisationer.',
                },
              ],
            },
          ],
        },
        {
          topic: 'Nye boldbure og støj',
          title: 'Boldburene et halvt år efter',
          kind: 'orientation',
          presenter: 'HAB',
          minutes: 10,
          notes: ['Ordningen med lys til kl. 21.30 fortsætter uændret.'],
        },
      ],
      other: 'DFB inviterer til rundvisning i det nye beboerhus.',
      attendance: { apologies: ['Niels Brandstrup'], absent: ['Henrik Kjærsgaard'] },
    },
  ],
  coming: {
    inDays: 8,
    state: 'planned',
    agenda: 'whole',
    items: [
      {
        topic: HOMEWORK,
        kind: 'decision',
        presenter: 'BUF',
        minutes: 20,
        description: 'Skal træffetiden fortsætte i én klub eller skifte mellem to?',
      },
      {
        topic: 'Ladcykel til fælles brug',
        kind: 'discussion',
        presenter: 'DFB',
        proposer: 'DFB',
        minutes: 15,
        description: 'DFB foreslår en ladcykel, som frivillige på tværs af planerne kan låne.',
      },
      {
        topic: 'Forslag til fordeling af næste års timer',
        kind: 'discussion',
        presenter: 'Tovholder',
        minutes: 10,
        visibility: 'internal',
        description: 'Udkast til forvaltningerne. Deles ikke, før tallene er stemt af.',
      },
    ],
  },
}
