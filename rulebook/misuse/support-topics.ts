/**
 * What the level of support is about, in a patient's words: the reason, and the next step. Nobody is labelled: the words
 * speak of what was seen and of what comes next, never of what somebody is. MRT-H6.
 */
import { type PatientText, said } from '../education/patient-text.ts'

export const supportTopics = [
  'alcohol',
  'other-substances',
  'past-ketamine',
  'dependence-questions',
  'refills',
  'timing-of-doses',
  'asking-for-more',
  'integration',
  'craving',
  'lost-medicine',
  'registry',
  'urine-test',
  'safety-of-medicine',
  'arriving-impaired',
  'bladder',
  'memory',
] as const
export type SupportTopic = (typeof supportTopics)[number]

interface TopicWords {
  readonly reason: PatientText
  readonly nextStep: PatientText
}

export const topicWords: Readonly<Record<SupportTopic, TopicWords>> = {
  alcohol: {
    reason: said('Your answers about alcohol.', 'Sus respuestas sobre el alcohol.'),
    nextStep: said(
      'We will talk about alcohol and how to keep dose days safe.',
      'Hablaremos del alcohol y de cómo cuidar los días de dosis.',
    ),
  },
  'other-substances': {
    reason: said(
      'Your answers about other drugs or medicines, now or in the past.',
      'Sus respuestas sobre otras drogas o medicamentos, ahora o antes.',
    ),
    nextStep: said(
      'We will ask how this is going, and offer help if you want it.',
      'Le preguntaremos cómo va eso y le ofreceremos ayuda si la quiere.',
    ),
  },
  'past-ketamine': {
    reason: said(
      'You told us you took ketamine outside of care.',
      'Nos dijo que tomó ketamina fuera de la atención médica.',
    ),
    nextStep: said(
      'Thank you for telling us. We will plan your doses with this in mind.',
      'Gracias por decirlo. Lo tomaremos en cuenta al planear sus dosis.',
    ),
  },
  'dependence-questions': {
    reason: said(
      'Your answers about how strong the pull of ketamine is.',
      'Sus respuestas sobre cuánto le atrae la ketamina.',
    ),
    nextStep: said(
      'A clinician will talk with you about it and about what can help.',
      'Un profesional hablará con usted de esto y de lo que puede ayudar.',
    ),
  },
  refills: {
    reason: said(
      'A refill was asked for before the last one should run out.',
      'Se pidió un surtido antes de que debiera acabarse el anterior.',
    ),
    nextStep: said('We will look at your supply together.', 'Revisaremos juntos cuánto medicamento tiene.'),
  },
  'timing-of-doses': {
    reason: said('Your doses have moved closer together than planned.', 'Sus dosis están más seguidas de lo planeado.'),
    nextStep: said('We will look at the plan for spacing your doses.', 'Revisaremos el plan para espaciar sus dosis.'),
  },
  'asking-for-more': {
    reason: said(
      'You asked for more doses, or more medicine, than we planned.',
      'Pidió más dosis, o más medicamento, de lo planeado.',
    ),
    nextStep: said(
      'We will talk about what you hope a dose will do, and what else could help.',
      'Hablaremos de lo que espera de una dosis y de qué más puede ayudar.',
    ),
  },
  integration: {
    reason: said(
      'You missed some of your talk visits between doses.',
      'Faltó a algunas visitas de conversación entre dosis.',
    ),
    nextStep: said(
      'We will find a time, or a phone call, that works for you.',
      'Buscaremos un horario, o una llamada, que le funcione.',
    ),
  },
  craving: {
    reason: said('You told us you want the next dose a lot.', 'Nos dijo que tiene muchas ganas de la próxima dosis.'),
    nextStep: said(
      'Thank you for telling us. We will plan what to do when the wish is strong.',
      'Gracias por decirlo. Planearemos qué hacer cuando las ganas sean fuertes.',
    ),
  },
  'lost-medicine': {
    reason: said(
      'Some of your medicine was lost, stolen, or spilled.',
      'Parte de su medicamento se perdió, se lo robaron o se derramó.',
    ),
    nextStep: said(
      'We will help you keep it safe and count it with you.',
      'Le ayudaremos a guardarlo bien y lo contaremos con usted.',
    ),
  },
  registry: {
    reason: said(
      'What the state list of prescriptions shows, or that we have not checked it lately.',
      'Lo que muestra la lista estatal de recetas, o que no la hemos revisado hace poco.',
    ),
    nextStep: said(
      'We will check the list and go through it with you.',
      'Revisaremos la lista y la veremos con usted.',
    ),
  },
  'urine-test': {
    reason: said(
      'A urine test had a result we need to understand, or was not done.',
      'Un análisis de orina dio un resultado que debemos entender, o no se hizo.',
    ),
    nextStep: said(
      'We will talk about the result with you. A test can be repeated.',
      'Hablaremos del resultado con usted. El análisis se puede repetir.',
    ),
  },
  'safety-of-medicine': {
    reason: said(
      'The medicine may not have been taken the way it was prescribed.',
      'Es posible que el medicamento no se haya tomado como se recetó.',
    ),
    nextStep: said(
      'A clinician will call you soon to hear from you and to plan care without ketamine for now.',
      'Un profesional le llamará pronto para escucharle y planear su atención sin ketamina por ahora.',
    ),
  },
  'arriving-impaired': {
    reason: said(
      'You came to a visit when another drug or alcohol was still at work.',
      'Llegó a una visita cuando todavía le hacía efecto el alcohol u otra sustancia.',
    ),
    nextStep: said(
      'We will plan with you how to come to a dose clear and rested.',
      'Planearemos con usted cómo llegar a la dosis sin efectos y con descanso.',
    ),
  },
  bladder: {
    reason: said('Your bladder symptoms or your urine test.', 'Sus molestias de vejiga o su análisis de orina.'),
    nextStep: said(
      'We will test your urine and may send you to a bladder doctor. Tell us at once if you see blood.',
      'Haremos un análisis de orina y quizá le enviemos a un médico de la vejiga. Avísenos de inmediato si ve sangre.',
    ),
  },
  memory: {
    reason: said('You noticed that memory or focus got worse.', 'Notó que su memoria o su atención empeoró.'),
    nextStep: said('We will do a short test of memory and focus.', 'Haremos una prueba corta de memoria y atención.'),
  },
}
