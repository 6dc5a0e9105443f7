import { carriedOut, type DemoYear } from '../content'

const GARDENS = 'Skolehaver og gårdfællesskab'
const ELDERLY = 'Ensomme ældre'
const YOUNG = 'Ungeråd på tværs af gårdene'

export const valbyVigerslev: DemoYear = {
  forum: 'valby-vigerslev',
  lastDaysAgo: 28,
  lastMinutes: 'approved',
  past: [
    {
      sinceLast: 'Alle fire opgaver er lukket.',
      items: [
        {
          topic: ELDERLY,
          kind: 'discussion',
          presenter: 'SUF',
          minutes: 25,
          notes: [
            'Hjemmeplejen møder mange, der ikke taler med andre. Besøgsvennerne mangler ældre at besøge.',
          ],
          decisions: [
            {
              text: 'Hjemmeplejen deler foldere om besøgsvenner ud ved hvert første besøg.',
              became: ['carried_out', 90],
            },
          ],
          actionItems: [
            carriedOut(
              'Skriv folderen med store bogstaver',
              ['SUF', 'Jørgen Kofoed'],
              25,
              'Folderen er trykt i 500 eksemplarer.',
            ),
          ],
        },
        {
          topic: 'Rygning i opgangene',
          kind: 'orientation',
          presenter: 'Lejerbo',
          proposer: 'Lejerbo',
          minutes: 10,
          notes: ['Nye skilte er sat op. Naboerne taler selv med hinanden.'],
        },
      ],
      attendance: { absent: ['Hanne Skovgaard'] },
    },
    {
      sinceLast: 'Folderen er delt ud. 12 har fået en besøgsven.',
      items: [
        {
          topic: GARDENS,
          kind: 'decision',
          presenter: '3B',
          proposer: '3B',
          minutes: 20,
          notes: ['Skolen vil gerne passe bedene i ferien, hvis der er vand og en bænk.'],
          decisions: [{ text: 'To gårde låner skolen fire bede hver i to år.', reviewAfter: 640 }],
          actionItems: [
            carriedOut(
              'Sæt bænk og vandhane op ved bedene',
              ['3B', 'Mads Bjerregaard'],
              45,
              'Begge gårde har vand, og bænkene er boltet fast.',
            ),
            carriedOut(
              'Lav aftale med to klasser',
              ['BUF', 'Bodil Thygesen'],
              30,
              'En 3. og en 4. klasse er med.',
            ),
          ],
        },
        {
          topic: 'Musik i gården',
          kind: 'discussion',
          presenter: 'Lejerbo',
          proposer: 'Lejerbo',
          minutes: 10,
          outcome: 'withdrawn',
          notes: ['Beboerne har selv fundet en løsning. Lejerbo trækker punktet.'],
        },
      ],
      attendance: { apologies: ['Louise Damsbo'], guests: [['Palle Thorning', 'Naturvejleder', 'Byhaven']] },
    },
    {
      sinceLast: 'Klasserne har været ude tre gange.',
      items: [
        {
          topic: YOUNG,
          kind: 'discussion',
          presenter: 'BUF',
          minutes: 25,
          notes: ['Ni unge vil være med. De vil mødes et sted, hvor der også er noget at lave.'],
          decisions: [
            {
              text: 'Ungerådet mødes i medborgerhuset og får 5.000 kr. til det første arrangement.',
              became: ['carried_out', 70],
            },
          ],
          actionItems: [
            carriedOut(
              'Find en voksen, de unge selv har valgt',
              ['BUF', 'Bodil Thygesen'],
              20,
              'De unge har valgt en pædagog fra klubben.',
            ),
          ],
        },
        {
          topic: 'Jobvejledning i vaskeriet',
          kind: 'orientation',
          presenter: 'BIF',
          minutes: 15,
          notes: ['Vejlederen sidder i vaskeriet en formiddag. 26 har spurgt om noget.'],
        },
      ],
      attendance: { apologies: ['Niels Brandstrup'], arrivedAt: { 'Mads Bjerregaard': '14:15' } },
    },
    {
      sinceLast: 'Ungerådet har holdt sit første arrangement for 80 gæster.',
      items: [
        {
          topic: ELDERLY,
          kind: 'orientation',
          presenter: 'SUF',
          minutes: 15,
          notes: ['31 har nu en besøgsven. Sytten venter.'],
          actionItems: [
            carriedOut(
              'Spørg gårdlauget efter flere besøgsvenner',
              ['Lejerbo', 'Henrik Kjærsgaard'],
              21,
              'Ti har meldt sig. Seks er begyndt.',
            ),
          ],
        },
        {
          topic: 'Parkering og ladestandere',
          kind: 'discussion',
          presenter: 'TMF',
          minutes: 15,
          notes: ['Standerne tager otte pladser. Organisationerne vil høres, før der graves.'],
          decisions: [{ text: 'TMF sender planen til organisationerne seks uger før gravearbejde.' }],
        },
        {
          topic: 'Ledig plads fra SOF',
          kind: 'orientation',
          presenter: 'Tovholder',
          minutes: 5,
          visibility: 'internal',
          notes: ['SOF har ikke udpeget nogen. Tovholderen skriver til centerchefen igen.'],
          actionItems: [
            {
              title: 'Udpeg en fra SOF til forummet',
              for: ['SOF', 'Ida Marie Lauritzen'],
              due: { today: -33 },
              steps: [
                { step: 'accepted', on: 9 },
                {
                  step: 'date_asked',
                  on: { today: -40 },
                  text: 'Stillingen er slået op.',
                  due: { today: 28 },
                },
                {
                  step: 'date_kept',
                  on: { today: -38 },
                  text: 'Forummet har ventet et år. En afløser er nok.',
                },
              ],
            },
          ],
        },
      ],
      attendance: { deputies: { 'Louise Damsbo': 'Karen Lund' } },
    },
    {
      sinceLast: 'Besøgsvennerne er fordelt. SOF mangler stadig i forummet.',
      items: [
        {
          topic: GARDENS,
          kind: 'orientation',
          presenter: '3B',
          minutes: 15,
          notes: ['Bedene gav kartofler til 60. Naboerne passede dem i ferien.'],
        },
        {
          topic: YOUNG,
          kind: 'decision',
          presenter: 'KFF',
          minutes: 20,
          decisions: [{ text: 'Ungerådet er med i forummet som gæst to gange om året.' }],
          actionItems: [
            carriedOut(
              'Inviter ungerådet til næste møde',
              ['KFF', 'Hanne Skovgaard'],
              20,
              'To fra ungerådet kommer kl. 14.30.',
            ),
          ],
        },
      ],
      attendance: { absent: ['Hanne Skovgaard'], leftAt: { 'Jørgen Kofoed': '15:00' } },
    },
    {
      sinceLast: 'Ungerådet er med som gæst for første gang.',
      items: [
        {
          topic: YOUNG,
          kind: 'orientation',
          presenter: 'Ungerådet',
          minutes: 20,
          notes: ['De unge ønsker lys på boldbanen og et sted at være, når det regner.'],
          actionItems: [
            {
              title: 'Undersøg lys på boldbanen',
              for: ['TMF', 'Kirsten Møllebro'],
              due: { today: 16 },
              steps: [{ step: 'accepted', on: 3 }],
            },
            {
              title: 'Vis de unge medborgerhusets øverum',
              for: ['KFF', 'Hanne Skovgaard'],
              due: { today: 2 },
              steps: [
                { step: 'accepted', on: 4 },
                {
                  step: 'reported_done',
                  on: { today: -2 },
                  text: 'Seks unge har været på besøg og fået et kort til døren.',
                },
              ],
            },
          ],
        },
        {
          topic: 'Jobvejledning i vaskeriet',
          kind: 'decision',
          presenter: 'BIF',
          minutes: 15,
          decisions: [{ text: 'Vejlederen kommer i begge vaskerier, hver anden torsdag.' }],
          actionItems: [
            {
              title: 'Sæt et bord og en skærm op i det nye vaskeri',
              for: ['Lejerbo', 'Henrik Kjærsgaard'],
              due: { today: 10 },
            },
          ],
        },
      ],
      attendance: {
        apologies: ['Niels Brandstrup'],
        guests: [
          ['Alma Westergren', 'Medlem', 'Ungerådet'],
          ['Ibrahim Solberg', 'Medlem', 'Ungerådet'],
        ],
      },
    },
  ],
  coming: null,
  cancelled: {
    daysAgo: 12,
    reason: 'Medborgerhuset er lukket på grund af en vandskade. Punkterne kommer på næste møde.',
  },
}
