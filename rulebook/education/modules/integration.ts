/** ED-12: making use of what came up, after a dose. */
import type { EducationModule } from '../education-module.ts'
import { said } from '../patient-text.ts'

export const integration: EducationModule = {
  id: 'ed-12',
  version: 1,
  title: said('After a dose: integration', 'Después de una dosis: la integración'),
  objectives: [
    said('Know why we meet after a dose, and when.', 'Saber por qué y cuándo nos vemos después de una dosis.'),
    said('Choose one small step for the week.', 'Escoger un paso pequeño para la semana.'),
  ],
  sections: [
    {
      id: 'why',
      title: said('Why we meet', 'Por qué nos vemos'),
      text: said(
        'After a dose you may see things in a new way. Integration means turning that into one small step in daily life. In a few studies, therapy next to ketamine helped some people more. We do not know yet how much it adds. No study has shown that it prevents misuse.',
        'Después de una dosis, puede ver las cosas de otra manera. La integración es convertir eso en un paso pequeño en su vida diaria. En unos pocos estudios, la terapia junto con la ketamina ayudó más a algunas personas. Todavía no sabemos cuánto aporta. Ningún estudio ha mostrado que evite un mal uso.',
      ),
      cites: ['dakwar-2020', 'grabski-2022', 'wilkinson-2021', 'garel-2023'],
      confidence: 'low',
      basis: 'src',
    },
    {
      id: 'when',
      title: said('When', 'Cuándo'),
      text: said(
        'Your first visit is 1 to 3 days after the dose. We talk about what came up, what you want to do, and if you feel a pull to have more. If you cannot come, we can do it by phone, or you can write to us.',
        'Su primera visita es de 1 a 3 días después de la dosis. Hablamos de lo que surgió, de lo que quiere hacer y de si siente ganas fuertes de recibir más. Si no puede venir, podemos hacerlo por teléfono, o puede escribirnos.',
      ),
      cites: ['judgement'],
      confidence: 'low',
      basis: 'drv',
    },
    {
      id: 'journal',
      title: said('Your journal', 'Su diario'),
      text: said(
        'Write a little in the first two days. What came up? What will I do in a new way this week? What did I want to avoid? Did it help in my daily life? A few lines are enough. You can also speak them into your phone.',
        'Escriba un poco en los primeros dos días. ¿Qué surgió? ¿Qué voy a hacer distinto esta semana? ¿Qué quise evitar? ¿Me ayudó en mi vida diaria? Con unas líneas basta. También puede grabarlas con su celular.',
      ),
      cites: ['judgement'],
      confidence: 'low',
      basis: 'drv',
    },
    {
      id: 'no-big-choices',
      title: said('No big choices that day', 'Nada de decisiones grandes ese día'),
      text: said(
        'Wait with big choices, such as a job or a breakup, on the day of a dose. Sleep on them first. Talk them over with someone you trust.',
        'El día de una dosis no tome decisiones grandes, como dejar un trabajo o una pareja. Primero duerma. Háblelo con alguien de confianza.',
      ),
      cites: ['esketamine-label-us', 'judgement'],
      confidence: 'med',
      basis: 'drv',
    },
    {
      id: 'if-you-skip',
      title: said('If you skip it', 'Si no viene'),
      text: said(
        'If you miss these visits but ask for more doses, we pause the doses until we have talked. It is not a penalty. We need to know how you are before we go on. Tell us what makes it hard to come. We will find another way.',
        'Si falta a estas visitas pero pide más dosis, hacemos una pausa en las dosis hasta que hablemos. No es un castigo. Necesitamos saber cómo está antes de seguir. Díganos qué le hace difícil venir. Buscaremos otra forma.',
      ),
      cites: ['judgement'],
      confidence: 'low',
      basis: 'drv',
    },
  ],
  questions: [
    {
      id: 'ed-12-when',
      asks: said('When is your first integration visit?', '¿Cuándo es su primera visita de integración?'),
      answers: [
        { id: 'one-to-three-days', text: said('1 to 3 days after the dose', 'De 1 a 3 días después de la dosis') },
        { id: 'end-of-series', text: said('At the end of the whole series', 'Al final de toda la serie') },
        { id: 'if-needed', text: said('Only if I feel bad', 'Solo si me siento mal') },
      ],
      right: 'one-to-three-days',
      explains: said(
        'We meet 1 to 3 days after the dose, when it is fresh, even if you feel well.',
        'Nos vemos de 1 a 3 días después de la dosis, cuando todo está fresco, aunque se sienta bien.',
      ),
      safetyCritical: false,
      taughtIn: 'when',
    },
    {
      id: 'ed-12-journal',
      asks: said('Why do you keep a journal?', '¿Para qué escribe un diario?'),
      answers: [
        { id: 'graded', text: said('So that the clinic can grade it', 'Para que la clínica lo califique') },
        { id: 'action', text: said('To turn an insight into an action', 'Para convertir una idea en una acción') },
        { id: 'earn-dose', text: said('To earn the next dose', 'Para ganarme la próxima dosis') },
      ],
      right: 'action',
      explains: said(
        'Nobody grades it. It helps you turn what you saw into one thing you do this week.',
        'Nadie lo califica. Le ayuda a convertir lo que vio en algo que va a hacer esta semana.',
      ),
      safetyCritical: false,
      taughtIn: 'journal',
    },
    {
      id: 'ed-12-skipping',
      asks: said(
        'You skip these visits but ask for doses. What happens?',
        'Falta a estas visitas pero pide dosis. ¿Qué pasa?',
      ),
      answers: [
        { id: 'nothing', text: said('Nothing changes', 'No cambia nada') },
        { id: 'care-ends', text: said('My care ends for good', 'Mi atención se termina para siempre') },
        {
          id: 'pause',
          text: said('Doses pause until we have talked', 'Se hace una pausa en las dosis hasta que hablemos'),
        },
      ],
      right: 'pause',
      explains: said(
        'Doses pause until we have talked. Your care goes on. If it is hard to come, a phone call can do.',
        'Se hace una pausa en las dosis hasta que hablemos. Su atención sigue. Si le cuesta venir, puede bastar una llamada.',
      ),
      safetyCritical: false,
      taughtIn: 'if-you-skip',
    },
  ],
}
