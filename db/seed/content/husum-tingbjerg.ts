import { carriedOut, type DemoYear } from '../content'

const LIBRARY = 'Kulturhuset som fælles indgang'
const HEALTH = 'Sundhed i øjenhøjde'
const MOVING = 'Beboere, der flytter under renoveringen'

const WEEKLY = 'Genhusningsholdet mødes hver uge, så længe der flyttes.'

export const husumTingbjerg: DemoYear = {
  forum: 'husum-tingbjerg',
  lastDaysAgo: 50,
  lastMinutes: 'approved',
  past: [
    {
      sinceLast: 'Seks opgaver er lukket, en venter på ØKF.',
      items: [
        {
          topic: MOVING,
          kind: 'decision',
          presenter: 'fsb og SAB',
          proposer: 'fsb',
          minutes: 30,
          notes: [
            'Familierne får brev fra tre steder samme uge. Ingen af dem siger det samme.',
            'Skolen vil gerne vide det, før børnene flytter.',
          ],
          decisions: [{ text: WEEKLY }],
          actionItems: [
            carriedOut(
              'Skriv ét brev, der samler alle datoer',
              ['fsb', 'Pia Storm'],
              20,
              'Brevet er skrevet og læst igennem af seks beboere.',
            ),
            carriedOut(
              'Udpeg én på skolen, som familierne kan ringe til',
              ['BUF', 'Mikkel Aaby'],
              18,
              'Skolens kontaktperson står i brevet.',
            ),
          ],
        },
        {
          topic: HEALTH,
          kind: 'orientation',
          presenter: 'SUF',
          minutes: 15,
          notes: ['Gåholdet har 30 deltagere. Kvinderne spørger efter et hold uden mænd.'],
        },
      ],
      attendance: {
        apologies: ['Maria Sandholt'],
        guests: [['Tove Riisberg', 'Skoleleder', 'Den lokale skole']],
      },
    },
    {
      sinceLast: 'Brevet er sendt til 210 husstande. Skolen har haft ni opkald.',
      items: [
        {
          topic: LIBRARY,
          kind: 'discussion',
          presenter: 'KFF',
          minutes: 25,
          notes: ['Ni rådgivninger har åbent i huset, på ni forskellige tider.'],
          decisions: [
            { text: 'Alle rådgivninger i huset holder åbent onsdag kl. 14-18.', became: ['carried_out', 60] },
          ],
          actionItems: [
            carriedOut(
              'Lav en vagtplan for onsdagene',
              ['KFF', 'Peter Lindgren'],
              30,
              'Vagtplanen dækker et halvt år. Alle ni er med.',
            ),
          ],
        },
        {
          topic: 'Hundeluftning og legeplads',
          kind: 'discussion',
          presenter: 'DFB',
          proposer: 'DFB',
          minutes: 15,
          notes: ['Hegnet er for lavt. Flere børn tør ikke gå forbi.'],
          actionItems: [
            carriedOut(
              'Hæv hegnet til 1,2 meter',
              ['DFB', 'Maria Sandholt'],
              40,
              'Hegnet er hævet, og lågen lukker selv.',
            ),
          ],
        },
      ],
      attendance: { arrivedAt: { 'Søren Bak': '13:20' }, absent: ['Signe Ravn'] },
    },
    {
      sinceLast: 'Onsdagene er i gang. Hegnet er hævet.',
      items: [
        {
          topic: MOVING,
          kind: 'decision',
          presenter: 'SAB',
          minutes: 20,
          notes: ['De fleste er flyttet. Der er nu mere brug for hjælp til at falde til.'],
          decisions: [
            { text: 'Genhusningsholdet mødes hver måned og tager de nye naboer med.', replaces: WEEKLY },
          ],
          actionItems: [
            carriedOut(
              'Hold velkomstaften for nye naboer',
              ['SAB', 'Bente Kruse'],
              35,
              '48 kom. Otte meldte sig til gårdlauget.',
            ),
          ],
        },
        {
          topic: 'Unge uden skole eller job',
          kind: 'discussion',
          presenter: 'BIF',
          minutes: 25,
          notes: [
            'De unge kendes af klubben, men ikke af jobcentret. En fælles eftermiddag er bedre end et brev.',
          ],
          actionItems: [
            carriedOut(
              'Hold jobkonsulent i klubben fire tirsdage',
              ['BIF', 'Søren Bak'],
              45,
              'Fire tirsdage er holdt. 13 unge fik en aftale.',
            ),
          ],
        },
      ],
      attendance: { deputies: { 'Pia Storm': 'Rikke Hedelund' }, apologies: ['Anders Vinding'] },
    },
    {
      sinceLast: 'Velkomstaftenen gav nye folk i gårdlauget. Jobkonsulenten fortsætter en gang om måneden.',
      items: [
        {
          topic: HEALTH,
          kind: 'decision',
          presenter: 'SUF',
          minutes: 20,
          decisions: [{ text: 'SUF og planerne starter et gåhold for kvinder med børnepasning.' }],
          actionItems: [
            carriedOut(
              'Find en, der vil gå forrest',
              ['SUF', 'Nadia Rahimi'],
              25,
              'To beboere har taget kurset som holdledere.',
            ),
            carriedOut(
              'Stil et rum til børnepasning til rådighed',
              ['fsb', 'Rikke Hedelund'],
              25,
              'Legerummet i stuen bruges mandag formiddag.',
            ),
          ],
        },
        {
          topic: 'Trafik ved busvendepladsen',
          kind: 'orientation',
          presenter: 'TMF',
          minutes: 10,
          notes: ['Farten er målt til 38 km/t i snit. Der kommer to bump.'],
        },
      ],
      attendance: { apologies: ['Bente Kruse'], leftAt: { 'Mikkel Aaby': '14:00' } },
    },
    {
      sinceLast: 'Gåholdet for kvinder har 22 deltagere.',
      items: [
        {
          topic: LIBRARY,
          kind: 'orientation',
          presenter: 'KFF',
          minutes: 20,
          notes: ['Onsdagen har 90 besøg. Hver tredje går videre til en anden rådgivning i huset.'],
          actionItems: [
            {
              title: 'Tæl, hvor mange der bliver ledt videre',
              for: ['KFF', 'Peter Lindgren'],
              due: { today: -1 },
              steps: [
                { step: 'accepted', on: 5 },
                {
                  step: 'date_asked',
                  on: 44,
                  text: 'Vi mangler to onsdage for at have et helt kvartal.',
                  due: { today: 20 },
                },
                { step: 'date_moved', on: 46, text: 'Et helt kvartal er bedre. Ny frist er sat.' },
              ],
            },
          ],
        },
        {
          topic: 'Ny pulje til naboskaber',
          kind: 'discussion',
          presenter: 'Tovholder',
          minutes: 5,
          visibility: 'internal',
          notes: [
            'Fire planer søger den samme pulje. Forvaltningerne aftaler først, hvad de hver især støtter.',
          ],
          actionItems: [
            {
              title: 'Meld, hvilke ansøgninger forvaltningen kender',
              for: ['ØKF', 'Signe Ravn'],
              due: { today: -16 },
            },
          ],
        },
      ],
      attendance: { absent: ['Signe Ravn'], apologies: ['Maria Sandholt'] },
    },
    {
      sinceLast: 'Bumpene er lagt. Tællingen i kulturhuset fortsætter.',
      items: [
        {
          topic: 'Unge uden skole eller job',
          kind: 'decision',
          presenter: 'BIF',
          minutes: 25,
          notes: ['Af de 13 unge er 7 i gang. Klubben har seks nye navne og spørger dem selv først.'],
          internalNotes: ['SOF vil ikke have jobkonsulenten med i opsøgende arbejde. Det skal afklares.'],
          decisions: [
            {
              text: 'Jobkonsulenten er i klubben den første tirsdag i måneden et år frem.',
              reviewAfter: 365,
            },
          ],
          actionItems: [
            {
              title: 'Sæt tolv tirsdage i kalenderen',
              for: ['BIF', 'Søren Bak'],
              due: { today: 1 },
              steps: [{ step: 'accepted', on: 7 }],
            },
            {
              title: 'Aftal, hvem der følger op på de unge',
              for: ['SOF', 'Thomas Ellegaard'],
              due: { today: -20 },
              steps: [
                { step: 'accepted', on: 6 },
                {
                  step: 'waiting',
                  on: { today: -30 },
                  text: 'Centerchefen afgør, om opgaven er vores',
                  due: { today: -9 },
                },
                { step: 'resumed', on: { today: -8 } },
              ],
            },
          ],
        },
        {
          topic: MOVING,
          kind: 'discussion',
          presenter: 'fsb',
          minutes: 15,
          notes: ['Den sidste etape begynder om to måneder. 60 husstande får brev.'],
          actionItems: [
            {
              title: 'Ret brevet til den sidste etape',
              for: ['fsb', 'Pia Storm'],
              due: { today: 12 },
              steps: [{ step: 'accepted', on: 8 }],
            },
            {
              title: 'Giv skolen listen over etapens opgange',
              for: ['SAB', 'Bente Kruse'],
              due: { today: -5 },
              steps: [
                { step: 'accepted', on: 8 },
                {
                  step: 'reported_done',
                  on: { today: -6 },
                  text: 'Listen er sendt til skolens kontaktperson.',
                },
              ],
            },
            {
              title: 'Sørg for flyttekasser til dem, der mangler',
              for: ['SOF', 'Thomas Ellegaard'],
              due: { today: 9 },
              steps: [
                {
                  step: 'refused',
                  on: { today: -10 },
                  text: 'Flyttekasser betales af boligorganisationen under genhusning.',
                },
              ],
            },
          ],
        },
        {
          topic: 'Vandskade i fælleslokalet',
          kind: 'discussion',
          presenter: 'DFB',
          proposer: 'DFB',
          minutes: 10,
          visibility: 'own',
          description: 'DFB spørger, om aktiviteterne kan flyttes, mens lokalet tørrer.',
          notes: ['KFF har plads til to af de fire aktiviteter. DFB giver beboerne besked.'],
        },
      ],
      attendance: { apologies: ['Nadia Rahimi'], deputies: { 'Pia Storm': 'Rikke Hedelund' } },
    },
  ],
  coming: {
    inDays: 10,
    state: 'agenda_sent',
    agenda: 'whole',
    items: [
      {
        topic: LIBRARY,
        kind: 'decision',
        presenter: 'KFF',
        minutes: 20,
        description: 'Skal onsdagen udvides med en formiddag?',
      },
      {
        topic: 'Fælles grill og bålplads',
        kind: 'discussion',
        presenter: 'SAB',
        proposer: 'SAB',
        minutes: 15,
        description: 'SAB foreslår ét sted i stedet for tre og spørger til regler om bål.',
      },
      {
        topic: 'Vandskade i fælleslokalet',
        kind: 'orientation',
        presenter: 'DFB',
        proposer: 'DFB',
        minutes: 5,
        visibility: 'own',
        description: 'Hvor langt er udtørringen?',
      },
      {
        topic: 'Ny pulje til naboskaber',
        kind: 'decision',
        presenter: 'Tovholder',
        minutes: 10,
        visibility: 'internal',
        description: 'Hvilke ansøgninger støtter forvaltningerne?',
      },
    ],
  },
}
