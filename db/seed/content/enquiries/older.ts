import type { SeedEnquiry } from './story'

/** Asked more than a week ago and not closed; oldest first. */
export const OLDER: SeedEnquiry[] = [
  // With a department
  {
    asker: 'Åse Aagaard',
    kind: 'case',
    via: 'web',
    area: 'amager-sundby',
    theme: 'tryghed',
    text: 'Hvordan får vores beboerforening en nøgle til lokalet i medborgerhuset? Foreningen vil holde fællesspisning hver anden søndag, hvor der ikke er personale.',
    askedAgo: 12,
    steps: [
      {
        ago: 11,
        do: 'route',
        to: 'KFF',
        question: 'Kan en beboerforening få nøgle om søndagen, og hvem skriver under?',
      },
      { ago: 10, do: 'accept', by: 'KFF' },
      {
        ago: 9,
        do: 'ask',
        text: 'Hvor mange kommer der, og er der én fast person, som kan stå for nøglen?',
      },
      {
        ago: 6,
        do: 'reply',
        text: 'Der kommer omkring 30. Foreningens kasserer vil gerne stå for nøglen.',
      },
      {
        ago: 5,
        do: 'internal',
        by: 'Jonas Friis',
        text: 'KFF mangler kun svar fra husets vagtordning. Jeg spørger igen, hvis der ikke er sket noget inden fristen.',
      },
    ],
  },

  // Received, and late
  {
    asker: 'Rikke Hedelund',
    kind: 'question',
    via: 'mail',
    area: 'husum-tingbjerg',
    theme: null,
    text: 'Må vi låne en gymnastiksal i Tingbjerg i vinterferien? Vi vil lave boldspil for børn og forældre tre eftermiddage og har selv frivillige til at åbne og lukke.',
    askedAgo: 9,
    steps: [
      {
        ago: 4,
        do: 'add',
        text: 'Vi skal have indbydelsen trykt i næste uge, så vi vil gerne høre fra jer snart.',
      },
    ],
  },

  // The answers are there, and the lead department puts them together
  {
    asker: 'Pia Storm',
    kind: 'case',
    via: 'web',
    area: 'noerrebro',
    theme: 'beskaeftigelse',
    text: 'Hvem følger de unge i fritidsjob, når de fylder 18 år? Mentoren i Titanparken slipper dem efter et halvt år, og vi vil gerne aftale, hvem der tager over.',
    askedAgo: 8,
    steps: [
      {
        ago: 7,
        do: 'route',
        to: 'BIF',
        question: 'Hvad kan jobcenteret tilbyde en ung, der fylder 18 år i sit fritidsjob?',
      },
      {
        ago: 7,
        do: 'route',
        to: 'BUF',
        question: 'Kan klubben beholde kontakten, indtil den unge er faldet til?',
      },
      { ago: 7, do: 'accept', by: 'BIF' },
      { ago: 6, do: 'accept', by: 'BUF' },
      {
        ago: 5,
        do: 'internal',
        by: 'Line Krogh',
        text: 'Vores klubber har ingen timer til unge over 18 år. Det bør BIF svare på alene.',
      },
      {
        ago: 4,
        do: 'refuse',
        by: 'BUF',
        text: 'Klubben er for unge til og med 17 år, så vi kan ikke love at følge dem bagefter. Spørg ungeteamet i BIF.',
      },
      {
        ago: 3,
        do: 'internal',
        by: 'Karen Lund',
        text: 'Vi kan godt tage det hele. Skriv i svaret, at samtalen skal aftales før fødselsdagen.',
      },
      {
        ago: 2,
        do: 'part-answer',
        by: 'BIF',
        text: 'Unge, der fylder 18 år, kan få en samtale med fritidsjobkoordinatoren, inden mentoren slipper. Koordinatoren følger dem i tre måneder og kan hjælpe videre til ungeteamet.',
      },
      { ago: 2, do: 'linked', initiative: 'Fritidsjob med mentor' },
    ],
  },

  // Routed: one department is at work, the other has not seen it yet
  {
    asker: 'Erik Dam',
    kind: 'major',
    via: 'mail',
    area: 'vesterbro-sydhavnen',
    theme: 'tryghed',
    text: 'Kan en sundhedsplejerske og en familierådgiver have fast træffetid i beboerhuset? Vi tænker på Baunehøj og en formiddag om ugen i et år. Kommunen skulle stille med folkene, og vi stiller med lokale, kaffe og frivillige.',
    askedAgo: 8,
    steps: [
      {
        ago: 7,
        do: 'route',
        to: 'BUF',
        question: 'Kan sundhedsplejen stille med en formiddag om ugen, og fra hvornår?',
      },
      {
        ago: 7,
        do: 'route',
        to: 'SOF',
        question: 'Kan familierådgivningen flytte en af sine træffetider ud til Baunehøj?',
      },
      { ago: 5, do: 'accept', by: 'BUF' },
      {
        ago: 4,
        do: 'internal',
        by: 'Line Krogh',
        text: 'Jeg har spurgt sundhedsplejen i området. De vil gerne, hvis det er hver anden uge.',
      },
    ],
  },
]
