import { carriedOut, type DemoYear } from '../content'

const HARBOUR = 'Badning og sikkerhed ved kajen'
const MEETING_PLACE = 'Fælles mødested i Sydhavnen'
const JOBS = 'Fritidsjob i butikkerne'

const HANDOUT = 'Uddelingen af kajveste sker fra beboerhuset i åbningstiden.'

export const vesterbroSydhavnen: DemoYear = {
  forum: 'vesterbro-sydhavnen',
  lastDaysAgo: 8,
  lastMinutes: 'in_review',
  past: [
    {
      sinceLast: 'Tre opgaver er lukket. En er flyttet til den nye kontaktperson i BUF.',
      items: [
        {
          topic: MEETING_PLACE,
          kind: 'discussion',
          presenter: 'AKB København',
          proposer: 'AKB København',
          minutes: 30,
          notes: [
            'Beboerhuset står tomt tre aftener om ugen. Foreningerne mangler nøgle og en aftale.',
            'KFF kan booke lokalet gennem det fælles system.',
          ],
          actionItems: [
            carriedOut(
              'Læg beboerhuset ind i det fælles bookingsystem',
              ['KFF', 'Sara Winther'],
              30,
              'Huset kan bookes. Prøvet af to foreninger.',
            ),
          ],
        },
        {
          topic: JOBS,
          kind: 'orientation',
          presenter: 'BIF',
          minutes: 15,
          notes: ['Seks butikker vil tage unge ind. De vil have én at ringe til.'],
          decisions: [{ text: 'BIF er butikkernes ene kontakt om fritidsjob.' }],
        },
      ],
      attendance: { apologies: ['Bodil Thygesen'] },
    },
    {
      sinceLast: 'Beboerhuset er booket 18 aftener den første måned.',
      items: [
        {
          topic: HARBOUR,
          kind: 'decision',
          presenter: 'TMF',
          minutes: 20,
          notes: [
            'Børnene bader, hvor der er fald ned til vandet. Der er 20 redningsveste, som ingen kender til.',
          ],
          decisions: [{ text: HANDOUT }],
          actionItems: [
            carriedOut(
              'Sæt skilt op om veste på fire sprog',
              ['TMF', 'Kirsten Møllebro'],
              30,
              'Seks skilte er sat op ved trapperne.',
            ),
            carriedOut(
              'Aftal svømmetimer for begyndere',
              ['KFF', 'Sara Winther'],
              45,
              'Ti timer er aftalt med svømmehallen. 22 børn er skrevet op.',
            ),
          ],
        },
        {
          topic: 'Gældsrådgivning i boligområdet',
          kind: 'discussion',
          presenter: 'SOF',
          minutes: 20,
          notes: [
            'Huslejerestancer fanges for sent. Organisationerne vil gerne henvise, hvis der er tid inden for en uge.',
          ],
          actionItems: [
            carriedOut(
              'Aftal faste tider med rådgivningen',
              ['SOF', 'Ida Marie Lauritzen'],
              28,
              'To tider om ugen er sat af til vores områder.',
            ),
          ],
        },
      ],
      attendance: { absent: ['Torben Wiinstedt'], arrivedAt: { 'Karen Lund': '10:25' } },
    },
    {
      sinceLast: 'Skiltene hænger. Gældsrådgivningens tider bliver brugt.',
      items: [
        {
          topic: 'Overblik over ledige lokaler',
          kind: 'decision',
          presenter: 'HAB',
          proposer: 'HAB',
          minutes: 20,
          notes: ['Ingen ved, hvem der har nøgler til hvad. Tre rum står helt tomme.'],
          decisions: [
            {
              text: 'Organisationerne deler én liste over lokaler, nøgler og ansvarlige.',
              became: ['carried_out', 50],
            },
          ],
          actionItems: [
            carriedOut(
              'Saml listen over lokaler',
              ['HAB', 'Torben Wiinstedt'],
              40,
              '23 lokaler fra tre organisationer står på listen.',
            ),
          ],
        },
        {
          topic: 'Sundhedsplejersken i åben legestue',
          kind: 'orientation',
          presenter: 'SUF',
          minutes: 15,
          notes: ['Legestuen har 19 børn om fredagen. Forældrene spørger mest om søvn og mad.'],
        },
      ],
      attendance: { deputies: { 'Karen Lund': 'Louise Damsbo' } },
    },
    {
      sinceLast: 'Listen over lokaler er delt. To af de tomme rum er taget i brug.',
      items: [
        {
          topic: HARBOUR,
          kind: 'decision',
          presenter: 'TMF',
          minutes: 20,
          notes: ['Vestene bliver brugt, når nogen deler dem ud på kajen. Beboerhuset ligger for langt væk.'],
          decisions: [
            {
              text: 'To unge fra lommepengeholdet deler veste ud på kajen i weekenderne.',
              replaces: HANDOUT,
            },
          ],
          actionItems: [
            carriedOut(
              'Ansæt to unge til kajen',
              ['BIF', 'Karen Lund'],
              18,
              'To er ansat og har været på førstehjælpskursus.',
            ),
            {
              title: 'Byg en kasse til vestene ved trappen',
              for: ['TMF', 'Kirsten Møllebro'],
              due: 35,
              steps: [
                { step: 'accepted', on: 5 },
                { step: 'cancelled', on: 20, text: 'Vestene ligger i beboerhusets skur, og det er nok.' },
              ],
            },
          ],
        },
        {
          topic: 'Forældre på vagt i weekenden',
          kind: 'discussion',
          presenter: '3B',
          proposer: '3B',
          minutes: 15,
          notes: ['Otte forældre går tur lørdag aften. De ønsker gule jakker og et nummer at ringe til.'],
          actionItems: [
            carriedOut(
              'Giv forældrene et nummer, der bliver taget om aftenen',
              ['ØKF', 'Niels Brandstrup'],
              21,
              'Nummeret er givet videre. Det besvares til midnat.',
            ),
          ],
        },
      ],
      attendance: { apologies: ['Jørgen Kofoed', 'Niels Brandstrup'] },
    },
    {
      sinceLast: 'Der er delt veste ud ni weekender i træk.',
      items: [
        {
          topic: JOBS,
          kind: 'discussion',
          presenter: 'BIF',
          minutes: 20,
          notes: ['17 unge har job i butikkerne. Fire butikker er faldet fra, fordi ingen ringede igen.'],
          actionItems: [
            {
              title: 'Ring til de fire butikker, der er faldet fra',
              for: ['BIF', 'Louise Damsbo'],
              due: { today: -13 },
              steps: [
                { step: 'refused', on: 10, text: 'Butikkerne hører til hos kontakten i området.' },
                {
                  step: 'reassigned',
                  on: 14,
                  text: 'Karen tager dem.',
                  to: ['BIF', 'Karen Lund'],
                  due: { today: -7 },
                },
                { step: 'accepted', on: 17 },
              ],
            },
          ],
        },
        {
          topic: MEETING_PLACE,
          kind: 'orientation',
          presenter: 'KFF',
          minutes: 15,
          notes: ['Huset er booket 20 aftener om måneden. Rengøring efter fester er det eneste problem.'],
          actionItems: [
            carriedOut(
              'Skriv husorden på en halv side',
              ['AKB København', 'Erik Dam'],
              25,
              'Husordenen hænger på døren og sendes med hver booking.',
            ),
          ],
        },
        {
          topic: 'Tilskud til fællesspisning',
          kind: 'discussion',
          presenter: 'Tovholder',
          minutes: 5,
          visibility: 'internal',
          notes: ['Tre forvaltninger har hver for sig givet penge til de samme middage.'],
          decisions: [{ text: 'Forvaltningerne svarer samlet på ansøgninger om fællesspisning.' }],
        },
      ],
      attendance: { absent: ['Torben Wiinstedt'], leftAt: { 'Bodil Thygesen': '11:00' } },
    },
    {
      sinceLast: 'Husordenen virker. BIF har taget fat i butikkerne.',
      items: [
        {
          topic: 'Gældsrådgivning i boligområdet',
          kind: 'orientation',
          presenter: 'SOF',
          minutes: 20,
          notes: ['38 har fået hjælp. De fleste kom, før restancen gik til inkasso.'],
          actionItems: [
            {
              title: 'Sæt rådgivningens tider på huslejeopkrævningen',
              for: ['AKB København', 'Erik Dam'],
              due: { today: 14 },
              steps: [{ step: 'accepted', on: { today: -2 } }],
            },
          ],
        },
        {
          topic: 'Cykelparkering ved stationen',
          kind: 'decision',
          presenter: 'TMF',
          minutes: 15,
          notes: ['Stativerne er fulde kl. 8. Ladcykler spærrer for barnevogne.'],
          internalNotes: ['Pengene er ikke bevilget endnu. Udvalget behandler sagen om en måned.'],
          decisions: [{ text: 'TMF fremlægger et forslag med plads til 60 cykler på næste møde.' }],
          actionItems: [
            {
              title: 'Tegn et forslag med plads til 60 cykler',
              for: ['TMF', 'Kirsten Møllebro'],
              due: { today: 30 },
            },
            {
              title: 'Tæl cykler tre morgener i træk',
              for: ['3B', 'Mads Bjerregaard'],
              due: { today: 7 },
            },
          ],
        },
      ],
      other: 'Næste møde holdes i beboerhuset, hvis varmen er tændt.',
      attendance: { apologies: ['Jørgen Kofoed'], deputies: { 'Karen Lund': 'Louise Damsbo' } },
    },
  ],
  coming: { inDays: 57, state: 'planned', agenda: 'none', items: [] },
}
