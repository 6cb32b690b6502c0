/**
 * What surrounds the doses: preparation, the talk after each of them, what is done at home. Practice and judgement. No trial has tested it against misuse.
 */
import type { Confidence } from '@keel/engine'
import { type PatientText, said } from '../education/patient-text.ts'
import type { SourceId } from '../sources.ts'

export interface Stage {
  readonly key: 'preparation' | 'dosing' | 'debrief' | 'integration' | 'consolidation' | 're-evaluation' | 'exit'
  readonly title: string
  readonly content: readonly string[]
  readonly when: string
  /** What the record keeps of it. */
  readonly keeps: readonly string[]
  readonly saysToPatient: PatientText
  readonly cites: readonly SourceId[]
  readonly confidence: Confidence
}

export const stages: readonly Stage[] = [
  {
    key: 'preparation',
    title: 'Preparation, one or two visits',
    content: [
      'Goals and what to expect',
      'Consent, said back in the patient’s words',
      'Safety plan and who takes the patient home',
      'A skill for hard moments, rehearsed',
      'The intention, as something the patient will do',
    ],
    when: 'In the 14 days before the first dose.',
    keeps: ['the intention', 'that the questions were passed', 'how to reach the escort'],
    saysToPatient: said(
      'Before your first dose we meet once or twice. We talk about your goals and what a dose is like. You choose one thing you want to do in your life.',
      'Antes de su primera dosis nos vemos una o dos veces. Hablamos de sus metas y de cómo es una dosis. Usted elige una cosa que quiere hacer en su vida.',
    ),
    cites: ['garel-2023', 'judgement'],
    confidence: 'low',
  },
  {
    key: 'dosing',
    title: 'The dose',
    content: ['Monitored', 'Support that does not steer', 'Little talk'],
    when: 'On the day.',
    keeps: ['CADSS-6', 'DEQ-5', 'vital signs'],
    saysToPatient: said(
      'During the dose we stay near and watch over you. We talk little, so that you can rest.',
      'Durante la dosis estamos cerca y le cuidamos. Hablamos poco para que descanse.',
    ),
    cites: ['garel-2023', 'judgement'],
    confidence: 'low',
  },
  {
    key: 'debrief',
    title: 'Debrief, 10 to 15 minutes',
    content: ['What it was like', 'No big decisions on the same day'],
    when: 'Before leaving.',
    keeps: ['a note'],
    saysToPatient: said(
      'Before you go home we talk for a few minutes. Wait until another day for big choices.',
      'Antes de irse a casa hablamos unos minutos. Deje las decisiones grandes para otro día.',
    ),
    cites: ['judgement'],
    confidence: 'low',
  },
  {
    key: 'integration',
    title: 'Integration',
    content: ['From what it meant to one step in daily life', 'Craving, and reasons for wanting more'],
    when: 'Best after 24 to 72 hours, at the latest after 7 days.',
    keeps: ['when the note was written', 'the next step'],
    saysToPatient: said(
      'In the next 1 to 3 days we talk about what came up. Then you pick one small step to try.',
      'En los siguientes 1 a 3 días hablamos de lo que surgió. Luego elige un paso pequeño para probar.',
    ),
    cites: ['garel-2023', 'dore-2019', 'judgement'],
    confidence: 'low',
  },
  {
    key: 'consolidation',
    title: 'Therapy that goes on',
    content: ['Cognitive behavioural therapy, motivational interviewing or behavioural activation', 'Groups'],
    when: 'Weekly in induction, every 2 to 4 weeks after it.',
    keeps: ['attendance'],
    saysToPatient: said(
      'Therapy or a group helps you keep what you gain. It is each week at first, then less often.',
      'La terapia o un grupo le ayuda a conservar lo que gana. Al principio es cada semana, después menos seguido.',
    ),
    cites: ['wilkinson-2021', 'grabski-2022', 'dakwar-2020', 'judgement'],
    confidence: 'low',
  },
  {
    key: 're-evaluation',
    title: 'Looking at it afresh',
    content: ['What the measures say', 'The level of support'],
    when: 'At the end of induction, then every 8 to 12 weeks.',
    keeps: ['the decision'],
    saysToPatient: said(
      'After the first set of doses, and then every 2 to 3 months, we look at it all with you. Is it helping? What should change?',
      'Después de las primeras dosis, y luego cada 2 o 3 meses, lo revisamos todo con usted. ¿Le ayuda? ¿Qué debe cambiar?',
    ),
    cites: ['esketamine-label-us', 'judgement'],
    confidence: 'low',
  },
  {
    key: 'exit',
    title: 'The way out',
    content: ['Signs of relapse', 'A plan without the drug', 'A date'],
    when: 'From the beginning.',
    keeps: ['the plan'],
    saysToPatient: said(
      'From the start we plan for life after ketamine. You will know the signs to look for and whom to call.',
      'Desde el principio planeamos la vida después de la ketamina. Sabrá qué señales buscar y a quién llamar.',
    ),
    cites: ['judgement'],
    confidence: 'low',
  },
]

export interface Homework {
  readonly key:
    | 'journal'
    | 'mindful_minutes'
    | 'sleep_window'
    | 'activity_days'
    | 'alcohol_days'
    | 'social_contact'
    | 'support_group'
  readonly title: PatientText
  readonly asks: readonly PatientText[]
}

export const homework: readonly Homework[] = [
  {
    key: 'journal',
    title: said('Journal', 'Diario'),
    asks: [
      said('What came up for you?', '¿Qué surgió en usted?'),
      said('What will you do in a new way this week?', '¿Qué hará de otra manera esta semana?'),
      said('What did you want to stay away from?', '¿Qué quiso evitar?'),
      said('What shows you that it helped in daily life?', '¿Qué le muestra que ayudó en la vida diaria?'),
    ],
  },
  {
    key: 'mindful_minutes',
    title: said('Quiet minutes', 'Minutos de calma'),
    asks: [said('How many minutes did you sit and breathe today?', '¿Cuántos minutos se sentó a respirar hoy?')],
  },
  {
    key: 'sleep_window',
    title: said('Sleep', 'Sueño'),
    asks: [said('When did you go to bed, and when did you get up?', '¿A qué hora se acostó y a qué hora se levantó?')],
  },
  {
    key: 'activity_days',
    title: said('Moving', 'Movimiento'),
    asks: [said('On which days did you walk or move your body?', '¿Qué días caminó o movió el cuerpo?')],
  },
  {
    key: 'alcohol_days',
    title: said('Alcohol', 'Alcohol'),
    asks: [said('On which days did you drink alcohol?', '¿Qué días tomó alcohol?')],
  },
  {
    key: 'social_contact',
    title: said('People', 'Gente'),
    asks: [said('Whom did you see or talk to this week?', '¿A quién vio o con quién habló esta semana?')],
  },
  {
    key: 'support_group',
    title: said('Group', 'Grupo'),
    asks: [said('Did you go to a group this week?', '¿Fue a un grupo esta semana?')],
  },
]
