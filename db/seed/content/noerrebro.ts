import type { DemoYear } from '../content'

const WAITING_LISTS = 'Ventelister i afklaringsforløb'
const SCHOOL_WAY = 'Tryg skolevej ved Stefansgade'
const POCKET_MONEY = 'Lommepengejob i gårdene'
const CLUB = 'Klubtilbud til unge fra 13 år'

const ONE_CONTACT_EACH = 'BIF giver hver helhedsplan ét telefonnummer til spørgsmål om afklaringsforløb.'

export const noerrebro: DemoYear = {
  forum: 'noerrebro',
  lastDaysAgo: 56,
  lastMinutes: 'approved',
  past: [
    {
      sinceLast:
        'Fire af fem opgaver fra sidst er lukket. Den femte, om nøgler til beboerlokalet, ligger hos AAB.',
      items: [
        {
          topic: 'Lektiehjælp i Stefansgadekvarteret',
          kind: 'discussion',
          presenter: 'BUF',
          minutes: 20,
          notes: [
            'Der er frivillige nok om tirsdagen og for få om torsdagen.',
            'Biblioteket har et lokale ledigt til og med kl. 18.',
          ],
          decisions: [
            {
              text: 'Lektiehjælpen samles på biblioteket tirsdag og torsdag. De to små caféer lukker.',
              became: ['carried_out', 70],
            },
          ],
          actionItems: [
            {
              title: 'Aftal lokale og nøglekort med biblioteket',
              for: ['KFF', 'Sara Winther'],
              due: 21,
              steps: [
                { step: 'accepted', on: 4 },
                {
                  step: 'reported_done',
                  on: 17,
                  text: 'Lokalet er booket et halvt år frem. Nøglekort udleveres ved skranken.',
                },
                { step: 'closed', on: 19 },
              ],
            },
            {
              title: 'Fortæl familierne i begge caféer om det nye sted',
              for: ['fsb', 'Pia Storm'],
              due: 30,
              steps: [
                { step: 'accepted', on: 5 },
                {
                  step: 'reported_done',
                  on: 28,
                  text: 'Opslag i 14 opgange og en besked gennem afdelingsbestyrelsen.',
                },
                { step: 'closed', on: 31 },
              ],
            },
          ],
        },
        {
          topic: POCKET_MONEY,
          kind: 'orientation',
          presenter: 'BIF',
          minutes: 15,
          notes: ['18 unge har haft job. Gårdmændene vil gerne have et nyt hold.'],
        },
      ],
      other: 'Lokaludvalget holder borgermøde om trafik og inviterer forummet med.',
      attendance: {
        apologies: ['Signe Ravn'],
        guests: [['Yrsa Hviid', 'Frivilligkoordinator', 'Lektiecaféen']],
      },
    },
    {
      sinceLast: 'Lektiehjælpen er flyttet, og der kommer flere børn end før. Alle opgaver er lukket.',
      items: [
        {
          topic: 'Beboercaféen på Lundtoftegade',
          kind: 'decision',
          presenter: 'SUF',
          minutes: 25,
          notes: [
            'Caféen har 40 gæster om ugen. Sundhedsplejersken kan være der hver anden onsdag.',
            'Boligorganisationerne ønsker, at rådgivningen ligger samme dag som fællesspisning.',
          ],
          internalNotes: [
            'SUF kan kun binde timerne et halvt år ad gangen. Det siges først, når budgettet er på plads.',
          ],
          decisions: [
            {
              text: 'Sundhedsplejersken er i caféen hver anden onsdag kl. 15-17 i et halvt år.',
              became: ['lapsed', 190],
            },
          ],
          actionItems: [
            {
              title: 'Sæt åbningstiderne op i opgange og på hjemmesiden',
              for: ['fsb', 'Pia Storm'],
              due: 14,
              steps: [
                { step: 'accepted', on: 6 },
                { step: 'reported_done', on: 12, text: 'Sat op i alle opgange. Hjemmesiden er opdateret.' },
                { step: 'closed', on: 15 },
              ],
            },
          ],
        },
        {
          topic: 'Fritidspas og kontingenthjælp',
          kind: 'orientation',
          presenter: 'KFF',
          minutes: 15,
          notes: [
            'Foreningerne melder om ledige pladser på håndbold og svømning. Pladserne kan søges hele året.',
          ],
          actionItems: [
            {
              title: 'Send oversigt over foreninger med ledige pladser',
              for: ['KFF', 'Peter Lindgren'],
              due: 20,
              steps: [
                { step: 'reported_done', on: 16, text: 'Oversigten er sendt til alle i forummet.' },
                { step: 'sent_back', on: 18, text: 'Kontaktpersonerne mangler på de to sidste foreninger.' },
                { step: 'reported_done', on: 24, text: 'Kontaktpersoner er skrevet på.' },
                { step: 'closed', on: 25 },
              ],
            },
          ],
        },
      ],
      attendance: { deputies: { 'Pia Storm': 'Rikke Hedelund' }, apologies: ['Nadia Rahimi'] },
    },
    {
      sinceLast:
        'Caféens åbningstider hænger i alle opgange. Oversigten over foreninger bruges af de frivillige.',
      items: [
        {
          topic: CLUB,
          kind: 'discussion',
          presenter: 'BUF og AAB',
          proposer: 'AAB',
          minutes: 30,
          description:
            'AAB overvejer en klub i et kælderlokale. Den kommunale ungdomsklub ligger 300 meter væk.',
          notes: [
            'Klubben har plads til flere om onsdagen og har uddannet personale.',
            'De unge i gården kender ikke klubben. Der mangler nogen, der går med første gang.',
          ],
          internalNotes: ['BUF ser helst ikke to tilbud til samme unge. Tag det op med AAB før næste møde.'],
          decisions: [
            {
              text: 'Kælderlokalet bliver værksted om eftermiddagen. Klubaften holdes i den kommunale klub.',
              reviewAfter: 365,
            },
          ],
          actionItems: [
            {
              title: 'Følg de første unge hen i klubben fire onsdage i træk',
              for: ['AAB', 'Åse Aagaard'],
              due: 45,
              steps: [
                { step: 'accepted', on: 3 },
                {
                  step: 'reported_done',
                  on: 41,
                  text: 'Fire onsdage er gennemført. Under 5 kommer nu af sig selv.',
                },
                { step: 'closed', on: 44 },
              ],
            },
          ],
        },
        {
          topic: 'Sundhedsplejerske i beboerhuset',
          kind: 'decision',
          presenter: 'SUF',
          minutes: 15,
          decisions: [
            {
              text: 'Tilbuddet om forældregrupper starter om fire uger og skrives på hver plans hjemmeside.',
              became: ['carried_out', 40],
            },
          ],
          actionItems: [
            {
              title: 'Find et lokale med plads til barnevogne',
              for: ['AAB', 'Åse Aagaard'],
              due: 18,
              steps: [
                {
                  step: 'date_asked',
                  on: 12,
                  text: 'Selskabslokalet er først ledigt om fire uger.',
                  due: 32,
                },
                { step: 'date_moved', on: 13 },
                {
                  step: 'reported_done',
                  on: 30,
                  text: 'Selskabslokalet i stuen er reserveret mandag formiddag.',
                },
                { step: 'closed', on: 33 },
              ],
            },
          ],
        },
        {
          topic: 'Fordeling af timer mellem forvaltningerne',
          kind: 'discussion',
          presenter: 'Tovholder',
          minutes: 10,
          visibility: 'internal',
          notes: ['Forvaltningerne melder deres timer ind inden den 10. i måneden efter kvartalet.'],
          decisions: [{ text: 'Forberedelse til møderne tælles med fra næste kvartal.' }],
        },
      ],
      attendance: {
        arrivedAt: { 'Thomas Ellegaard': '14:20' },
        apologies: ['Lars Nygaard'],
        guests: [['Hassan Mejdahl', 'Klubleder', 'Ungdomsklubben']],
      },
    },
    {
      sinceLast: 'Klubben melder om nye ansigter om onsdagen. Opgaven om barnevogne er løst.',
      items: [
        {
          topic: 'Ferieprogram på tværs af gårdene',
          kind: 'decision',
          presenter: 'KFF',
          minutes: 25,
          notes: ['To ferieuger står tomme. I en anden ligger tre arrangementer samme dag.'],
          decisions: [
            {
              text: 'Ét fælles program med én kalender. Planerne flytter to arrangementer til en tom uge.',
              became: ['carried_out', 80],
            },
          ],
          actionItems: [
            {
              title: 'Saml feriens arrangementer i én kalender',
              for: ['KFF', 'Sara Winther'],
              due: 21,
              steps: [
                { step: 'accepted', on: 6 },
                {
                  step: 'reported_done',
                  on: 20,
                  text: 'Kalenderen er delt med alle planer og lokaludvalget.',
                },
                { step: 'closed', on: 22 },
              ],
            },
            {
              title: 'Tryk programmet på fem sprog',
              for: ['TMF', 'Anders Vinding'],
              due: 30,
              steps: [
                { step: 'accepted', on: 6 },
                {
                  step: 'cancelled',
                  on: 18,
                  text: 'Kalenderen kan læses op og oversættes på telefonen. Tryk er ikke nødvendigt.',
                },
              ],
            },
          ],
        },
        {
          topic: WAITING_LISTS,
          kind: 'orientation',
          presenter: 'BIF',
          minutes: 15,
          notes: ['Ventetiden er seks uger. Planerne hører om det fra beboerne, ikke fra jobcentret.'],
          decisions: [{ text: ONE_CONTACT_EACH }],
        },
        {
          topic: POCKET_MONEY,
          kind: 'orientation',
          presenter: 'BIF',
          minutes: 10,
          notes: ['Det nye hold er på 24 unge. 9 gik videre til et fritidsjob.'],
        },
      ],
      other: 'Næste møde flyttes en uge, så alle kan være med.',
      attendance: { absent: ['Line Krogh'], leftAt: { 'Signe Ravn': '15:00' } },
    },
    {
      sinceLast: 'Ferieprogrammet blev gennemført med 31 arrangementer. Ingen faldt på samme dag.',
      items: [
        {
          topic: WAITING_LISTS,
          kind: 'discussion',
          presenter: 'BIF',
          minutes: 20,
          notes: [
            'Planerne kender til 11, der har ventet over otte uger. BIF kender 6 af dem.',
            'Et telefonnummer er ikke nok: der svares ikke om fredagen.',
          ],
          internalNotes: ['BIF mangler to stillinger i et par måneder. Det er ikke meldt ud.'],
          actionItems: [
            {
              title: 'Undersøg, hvor mange der venter, og hvor længe',
              for: ['BIF', 'Søren Bak'],
              due: 50,
              steps: [
                { step: 'accepted', on: 4 },
                {
                  step: 'date_asked',
                  on: 40,
                  text: 'De sidste tal kommer først om to uger.',
                  due: 64,
                },
                { step: 'date_moved', on: 41, text: 'I orden. Tallene skal være med på næste møde.' },
                {
                  step: 'reported_done',
                  on: 57,
                  text: '14 venter mere end otte uger. Opgørelsen er sendt til forummet.',
                },
                { step: 'closed', on: 58 },
              ],
            },
          ],
        },
        {
          topic: SCHOOL_WAY,
          kind: 'discussion',
          presenter: 'fsb',
          proposer: 'fsb',
          minutes: 15,
          notes: ['Vejen er gravet op. Punktet tages op, når den nye krydsning er tegnet.'],
          outcome: 'deferred',
          actionItems: [
            {
              title: 'Spørg skolen, hvor børnene krydser om morgenen',
              for: ['fsb', 'Pia Storm'],
              due: { today: 9 },
              steps: [{ step: 'accepted', on: 8 }],
            },
          ],
        },
        {
          topic: 'Genhusning i to opgange',
          kind: 'discussion',
          presenter: 'AAB',
          proposer: 'AAB',
          minutes: 10,
          visibility: 'own',
          description: 'AAB skal genhuse beboerne i to opgange, mens faldstammer skiftes.',
          notes: [
            'Familierne tilbydes skoleplads samme sted. AAB giver besked om datoerne, så snart de er faste.',
          ],
          decisions: [
            { text: 'SOF og AAB mødes en gang om måneden, så længe genhusningen varer.', visibility: 'own' },
          ],
          actionItems: [
            {
              title: 'Meld datoerne for genhusningen til SOF',
              for: ['AAB', 'Åse Aagaard'],
              due: { today: 4 },
              visibility: 'own',
              steps: [
                { step: 'accepted', on: 7 },
                {
                  step: 'waiting',
                  on: { today: -20 },
                  text: 'Byggeledelsen giver datoer',
                  due: { today: 2 },
                },
              ],
            },
          ],
        },
      ],
      attendance: {
        absent: ['Line Krogh'],
        apologies: ['Signe Ravn'],
        deputies: { 'Søren Bak': 'Louise Damsbo' },
      },
    },
    {
      sinceLast: 'BIF har opgjort ventetiden. Opgaverne om skolevej og genhusning fortsætter.',
      items: [
        {
          topic: WAITING_LISTS,
          kind: 'decision',
          presenter: 'BIF',
          minutes: 20,
          notes: ['14 venter mere end otte uger. Halvdelen bor i to af planerne.'],
          decisions: [
            {
              text: 'BIF undersøger, om en fast kontaktperson til hver helhedsplan kan erstatte telefonnummeret.',
              replaces: ONE_CONTACT_EACH,
            },
          ],
          actionItems: [
            {
              title: 'Udpeg kontaktpersoner til de seks planer',
              for: ['BIF', 'Søren Bak'],
              due: { today: -4 },
              steps: [{ step: 'accepted', on: 6 }],
            },
            {
              title: 'Send liste over ventende til BIF',
              for: ['fsb', 'Pia Storm'],
              due: { today: -11 },
              visibility: 'own',
              steps: [
                { step: 'accepted', on: 5 },
                { step: 'reported_done', on: { today: -12 }, text: 'Antal pr. plan er sendt. Ingen navne.' },
              ],
            },
            {
              title: 'Ring rundt til de ventende om mødetider',
              for: ['BIF', 'Søren Bak'],
              due: { today: 3 },
              steps: [
                { step: 'accepted', on: 6 },
                {
                  step: 'waiting',
                  on: { today: -18 },
                  text: 'Planerne giver besked om, hvem der gerne vil ringes op',
                  due: { today: -3 },
                },
              ],
            },
          ],
        },
        {
          topic: CLUB,
          title: 'Brobygning fra værksted til klub',
          kind: 'discussion',
          presenter: 'AAB og KFF',
          minutes: 25,
          notes: ['Værkstedet har 12 faste unge. To voksne herfra er med i klubben hver anden onsdag.'],
          forLater: ['Aktiviteter for unge i ferierne'],
          actionItems: [
            {
              title: 'Lav fælles ugeplan for værksted og klub',
              for: ['BUF', 'Line Krogh'],
              due: { today: -9 },
            },
            {
              title: 'Skaf værktøj til cykelværkstedet',
              for: ['TMF', 'Anders Vinding'],
              due: { today: 17 },
              steps: [
                {
                  step: 'refused',
                  on: { today: -6 },
                  text: 'Puljen er lukket for i år, og TMF har ikke selv midler til inventar.',
                },
              ],
            },
            {
              title: 'Find en voksen, der kan være med om torsdagen',
              for: ['KFF', 'Sara Winther'],
              due: { today: 10 },
              steps: [
                { step: 'accepted', on: 9 },
                {
                  step: 'date_asked',
                  on: { today: -5 },
                  text: 'Den nye medarbejder begynder først om tre uger.',
                  due: { today: 24 },
                },
              ],
            },
          ],
        },
        {
          topic: 'Forberedelse af ny fordeling mellem forvaltningerne',
          kind: 'orientation',
          presenter: 'Tovholder',
          minutes: 5,
          visibility: 'internal',
          notes: [
            'To opgaver flytter forvaltning. Boligorganisationerne orienteres, når datoen ligger fast.',
          ],
          decisions: [{ text: 'Tovholderen spørger hver forvaltning om en ny kontaktperson.' }],
          actionItems: [
            {
              title: 'Meld ny kontaktperson for de opgaver, der flytter',
              for: ['SOF', 'Thomas Ellegaard'],
              due: { today: 21 },
            },
          ],
        },
      ],
      other:
        'Lokaludvalget spørger, om forummet vil være med til kvarterets marked. KFF svarer lokaludvalget.',
      attendance: {
        absent: ['Line Krogh'],
        arrivedAt: { 'Thomas Ellegaard': '14:10' },
        guests: [['Freja Nørlund', 'Projektleder', 'Cykelværkstedet']],
      },
    },
  ],
  coming: {
    inDays: 0,
    state: 'agenda_sent',
    agenda: 'unfinished',
    items: [
      {
        topic: WAITING_LISTS,
        kind: 'decision',
        presenter: 'BIF',
        minutes: 20,
        description: 'BIF fremlægger, hvordan en fast kontaktperson til hver helhedsplan kan se ud.',
      },
      {
        topic: SCHOOL_WAY,
        kind: 'discussion',
        presenter: 'fsb',
        proposer: 'fsb',
        minutes: 15,
        description: 'Udsat fra sidst. Skolen fortæller, hvor børnene krydser.',
      },
    ],
  },
}
